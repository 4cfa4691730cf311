// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmiclient.h"

#include "core/bmc/chassis.h"
#include "core/bmc/ipmierrors.h"

#include <QPromise>

namespace Core
{
namespace
{
// One call of the caller's: its promise, and the way to stop it. Destroyed with its request, so
// never later than the session, which the stop callback may therefore name.
template <typename T> struct Call {
    QPromise<Expected<T>> promise;
    std::optional<std::stop_callback<std::function<void()>>> onStop;

    Call() { promise.start(); }
    void answer(Expected<T> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};
} // namespace

IpmiClient::IpmiClient(IpmiLoop loop, BmcAddress address, Password password, IpmiTiming timing,
                       QObject *parent)
    : Bmc(parent), m_loop(std::move(loop)), m_address(std::move(address)),
      m_session(new IpmiSession(m_address, std::move(password), timing))
{
    m_loop.adopt(m_session);
}

IpmiClient::~IpmiClient()
{
    m_loop.post([session = m_session] { delete session; });
}

template <typename Call>
void IpmiClient::submit(IpmiRequest request, const std::shared_ptr<Call> &call,
                        std::stop_token stop)
{
    if (stop.stop_requested())
        return request.answer(tl::unexpected(stopped(false, m_address)));
    IpmiSession *const session = m_session;
    const quint64 id = request.id = ++m_lastId;
    m_loop.post([session, request = std::move(request)] { session->submit(request); });
    // Only now: a stop that comes at once is then posted behind the request.
    call->onStop.emplace(std::move(stop), [session, id] {
        QMetaObject::invokeMethod(
            session, [session, id] { session->cancel(id); }, Qt::QueuedConnection);
    });
}

QFuture<Expected<PowerState>> IpmiClient::power(std::stop_token stop)
{
    const auto call = std::make_shared<Call<PowerState>>();
    QFuture<Expected<PowerState>> future = call->promise.future();
    IpmiRequest request;
    request.command = chassisStatus;
    request.answer = [call, bmc = m_address](const Expected<QByteArray> &answer) {
        call->answer(powerFrom(answer, bmc));
    };
    submit(std::move(request), call, std::move(stop));
    return future;
}

QFuture<Expected<void>> IpmiClient::setPower(PowerState wanted, std::stop_token stop)
{
    switch (wanted) {
    case PowerState::On:
        return control(ChassisOrder::On, wanted, std::move(stop));
    case PowerState::Off:
        return control(ChassisOrder::Off, wanted, std::move(stop));
    case PowerState::Cycling:
        return control(ChassisOrder::Cycle, std::nullopt, std::move(stop));
    case PowerState::Unknown:
        break;
    }
    Call<void> call;
    call.answer(failure(ErrorKind::Internal,
                        message(QT_TRANSLATE_NOOP("Core", "No power state was asked for."))));
    return call.promise.future();
}

QFuture<Expected<QByteArray>> IpmiClient::query(quint8 netFunction, quint8 command,
                                                const QByteArray &data, std::stop_token stop)
{
    const auto call = std::make_shared<Call<QByteArray>>();
    QFuture<Expected<QByteArray>> future = call->promise.future();
    IpmiRequest request;
    request.netFunction = netFunction;
    request.command = command;
    request.data = data;
    request.answer = [call](const Expected<QByteArray> &answer) { call->answer(answer); };
    submit(std::move(request), call, std::move(stop));
    return future;
}

QFuture<Expected<void>> IpmiClient::order(BmcOrder order, std::stop_token stop)
{
    switch (order) {
    case BmcOrder::Reset:
        return control(ChassisOrder::Reset, std::nullopt, std::move(stop));
    case BmcOrder::SoftOff:
        return control(ChassisOrder::SoftOff, std::nullopt, std::move(stop));
    case BmcOrder::Identify:
        break;
    }
    const auto call = std::make_shared<Call<void>>();
    QFuture<Expected<void>> future = call->promise.future();
    IpmiRequest request;
    request.privilege = Privilege::Operator;
    request.command = chassisIdentify;
    request.answer = [call, bmc = m_address](const ChassisAnswer &answer) {
        call->answer(acceptanceFrom(answer, bmc));
    };
    submit(std::move(request), call, std::move(stop));
    return future;
}

QFuture<Expected<void>> IpmiClient::control(ChassisOrder order, std::optional<PowerState> wanted,
                                            std::stop_token stop)
{
    const auto call = std::make_shared<Call<void>>();
    QFuture<Expected<void>> future = call->promise.future();
    IpmiRequest request;
    request.privilege = Privilege::Operator;
    request.command = chassisControl;
    request.data = QByteArray(1, char(order));
    request.answer
        = [call, wanted, session = m_session, bmc = m_address](const ChassisAnswer &answer) {
              if (!wanted || !declinedForState(answer))
                  return call->answer(acceptanceFrom(answer, bmc));
              IpmiRequest check;
              check.command = chassisStatus;
              check.answer = [call, wanted, declined = answer, bmc](const ChassisAnswer &status) {
                  call->answer(settledByState(declined, status, *wanted, bmc));
              };
              session->submit(std::move(check));
          };
    submit(std::move(request), call, std::move(stop));
    return future;
}
} // namespace Core

#include "moc_ipmiclient.cpp"
