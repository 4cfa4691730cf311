<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>%1 B</source>
        <translation>%1&#xa0;o</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1&#xa0;Kio</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1&#xa0;Mio</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1&#xa0;Gio</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1&#xa0;Tio</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1&#xa0;o/s</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1&#xa0;Kio/s</translation>
    </message>
    <message>
        <source>%1 MiB/s</source>
        <translation>%1&#xa0;Mio/s</translation>
    </message>
    <message>
        <source>%1 GiB/s</source>
        <translation>%1&#xa0;Gio/s</translation>
    </message>
    <message>
        <source>%1 TiB/s</source>
        <translation>%1&#xa0;Tio/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n&#xa0;jour</numerusform>
            <numerusform>%n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message>
        <source>no process on any node</source>
        <translation>aucun processus sur aucun nœud</translation>
    </message>
    <message>
        <source>rgmanager says %1</source>
        <translation>rgmanager dit %1</translation>
    </message>
    <message>
        <source>Guest %1 has a process on both nodes</source>
        <translation>La VM %1 a un processus sur les deux nœuds</translation>
    </message>
    <message>
        <source>a live migration, or it runs twice</source>
        <translation>migration à chaud, ou bien elle tourne en double</translation>
    </message>
    <message>
        <source>Guest %1 is paused</source>
        <translation>La VM %1 est en pause</translation>
    </message>
    <message>
        <source>its disk reported an error</source>
        <translation>son disque a signalé une erreur</translation>
    </message>
    <message>
        <source>it answers nobody</source>
        <translation>elle ne répond à personne</translation>
    </message>
    <message>
        <source>Guest %1 does not run</source>
        <translation>La VM %1 ne tourne pas</translation>
    </message>
    <message>
        <source>unknown, owner lost: %1 does not answer</source>
        <translation>inconnu, hôte perdu&#xa0;: %1 ne répond pas</translation>
    </message>
    <message>
        <source>Not known whether guest %1 runs</source>
        <translation>VM %1&#xa0;: on ne sait pas si elle tourne</translation>
    </message>
    <message>
        <source>Guest %1 is frozen</source>
        <translation>Le service HA de la VM %1 est gelé</translation>
    </message>
    <message>
        <source>it is not recovered if its node dies</source>
        <translation>elle ne sera pas relancée si son nœud tombe</translation>
    </message>
    <message>
        <source>No guest has to run</source>
        <translation>Aucune VM ne doit tourner</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n guest(s) run</source>
        <translation>
            <numerusform>%1 VM sur %n en marche</numerusform>
            <numerusform>%1 VM sur %n en marche</numerusform>
        </translation>
    </message>
    <message>
        <source>each on one node</source>
        <translation>chacune sur un seul nœud</translation>
    </message>
    <message>
        <source>Quorum lost on %1</source>
        <translation>Quorum perdu sur %1</translation>
    </message>
    <message>
        <source>HA guests are stopped there and /etc/pve is read-only</source>
        <translation>les VM en HA y sont arrêtées et /etc/pve est en lecture seule</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>no node answers</source>
        <translation>aucun nœud ne répond</translation>
    </message>
    <message>
        <source>no node tells which guests run</source>
        <translation>aucun nœud ne dit quelles VM tournent</translation>
    </message>
    <message>
        <source>the resync makes no progress</source>
        <translation>la resynchronisation n’avance pas</translation>
    </message>
    <message>
        <source>%1 left at %2 from %3</source>
        <translation>reste %1 à %2 depuis %3</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 effectués</translation>
    </message>
    <message>
        <source>no replicated resource was seen</source>
        <translation>aucune ressource répliquée n’a été vue</translation>
    </message>
    <message>
        <source>Both copies are the same</source>
        <translation>Les deux copies sont identiques</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s), both sides UpToDate</source>
        <translation>
            <numerusform>%n ressource, UpToDate des deux côtés</numerusform>
            <numerusform>%n ressources, UpToDate des deux côtés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation>Pas encore calculée</translation>
    </message>
    <message>
        <source>this release does not compute it</source>
        <translation>cette version ne la calcule pas</translation>
    </message>
    <message>
        <source>cluster.conf differs between %1 and %2</source>
        <translation>cluster.conf diffère entre %1 et %2</translation>
    </message>
    <message>
        <source>%1 has lost its disk (%2)</source>
        <translation>%1 a perdu son disque (%2)</translation>
    </message>
    <message>
        <source>no good copy: both sides are Inconsistent</source>
        <translation>aucune bonne copie&#xa0;: les deux côtés sont Inconsistent</translation>
    </message>
    <message>
        <source>%1 is %2 behind</source>
        <translation>%1 en retard de %2</translation>
    </message>
    <message>
        <source>diverged: %1 only on %2, %3 only on %4</source>
        <translation>copies divergentes&#xa0;: %1 sur %2 seul, %3 sur %4 seul</translation>
    </message>
    <message>
        <source>not replicating while both sides are Primary: they will not join again by themselves</source>
        <translation>plus de réplication alors que les deux côtés sont Primary&#xa0;: ils ne se rejoindront pas d’eux-mêmes</translation>
    </message>
    <message>
        <source>%1 is %2 behind, not replicating</source>
        <translation>%1 en retard de %2, réplication arrêtée</translation>
    </message>
    <message>
        <source>not replicating (%1 on %2, %3 on %4)</source>
        <translation>réplication arrêtée (%1 sur %2, %3 sur %4)</translation>
    </message>
    <message>
        <source>the copy of %1 is %2</source>
        <translation>la copie de %1 est %2</translation>
    </message>
    <message>
        <source>connected, but %1 differ between the copies</source>
        <translation>connecté, mais %1 diffèrent entre les copies</translation>
    </message>
    <message>
        <source>both copies are the same</source>
        <translation>copies identiques</translation>
    </message>
    <message>
        <source>%1 says %2, %3 does not answer</source>
        <translation>%1 dit %2, %3 ne répond pas</translation>
    </message>
    <message>
        <source>the sides disagree: %1 on %2, %3 on %4</source>
        <translation>désaccord entre les côtés&#xa0;: %1 sur %2, %3 sur %4</translation>
    </message>
    <message>
        <source>no node that holds it answers</source>
        <translation>aucun nœud qui la porte ne répond</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 répond</translation>
    </message>
    <message>
        <source>%1: login refused</source>
        <translation>%1&#xa0;: connexion refusée</translation>
    </message>
    <message>
        <source>%1 has not answered since %2</source>
        <translation>%1 ne répond plus depuis %2</translation>
    </message>
    <message>
        <source>%1: its BMC says the power is on</source>
        <translation>%1&#xa0;: allumé selon sa carte IPMI</translation>
    </message>
    <message>
        <source>%1: its BMC says the power is off</source>
        <translation>%1&#xa0;: éteint selon sa carte IPMI</translation>
    </message>
    <message>
        <source>%1: its BMC says the power is cycling</source>
        <translation>%1&#xa0;: extinction puis rallumage en cours selon sa carte IPMI</translation>
    </message>
    <message>
        <source>%1: its BMC does not tell the power state</source>
        <translation>%1&#xa0;: sa carte IPMI ne dit pas l’état de l’alimentation</translation>
    </message>
    <message>
        <source>the BMC of %1 does not answer any more</source>
        <translation>la carte IPMI de %1 ne répond plus</translation>
    </message>
    <message>
        <source>quorum lost on %1</source>
        <translation>quorum perdu sur %1</translation>
    </message>
    <message>
        <source>%1 has quorum again</source>
        <translation>%1 a de nouveau le quorum</translation>
    </message>
    <message>
        <source>%1 no longer counts the quorum disk</source>
        <translation>%1 ne compte plus le disque de quorum</translation>
    </message>
    <message>
        <source>%1 counts the quorum disk</source>
        <translation>%1 compte le disque de quorum</translation>
    </message>
    <message>
        <source>%1 sees %2 in the cluster</source>
        <translation>%1 voit %2 dans le cluster</translation>
    </message>
    <message>
        <source>%1 no longer sees %2 in the cluster</source>
        <translation>%1 ne voit plus %2 dans le cluster</translation>
    </message>
    <message>
        <source>%1 is fencing node id %2</source>
        <translation>%1 fence le nœud n°&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 has no fence victim any more (was node id %2)</source>
        <translation>%1 n’a plus de victime à fencer (c’était le nœud n°&#xa0;%2)</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 runs cluster.conf version %2</source>
        <translation>%1 utilise la version %2 de cluster.conf</translation>
    </message>
    <message>
        <source>guest %1 has a process on %2</source>
        <translation>la VM %1 a un processus sur %2</translation>
    </message>
    <message>
        <source>guest %1 runs on %2</source>
        <translation>la VM %1 tourne sur %2</translation>
    </message>
    <message>
        <source>guest %1 runs nowhere</source>
        <translation>la VM %1 ne tourne nulle part</translation>
    </message>
    <message>
        <source>it is not known whether guest %1 runs</source>
        <translation>on ne sait pas si la VM %1 tourne</translation>
    </message>
    <message>
        <source>%1: rgmanager says %2</source>
        <translation>%1&#xa0;: rgmanager dit %2</translation>
    </message>
    <message>
        <source>line %1, column %2: expected %3</source>
        <translation>ligne %1, colonne %2&#xa0;: attendu %3</translation>
    </message>
    <message>
        <source>“Quorate” or “Inquorate”</source>
        <translation>«&#xa0;Quorate&#xa0;» ou «&#xa0;Inquorate&#xa0;»</translation>
    </message>
    <message>
        <source>“Online” or “Offline”</source>
        <translation>«&#xa0;Online&#xa0;» ou «&#xa0;Offline&#xa0;»</translation>
    </message>
    <message>
        <source>a name and a node number</source>
        <translation>un nom et un numéro de nœud</translation>
    </message>
    <message>
        <source>a service, its owner and state</source>
        <translation>un service, son propriétaire et son état</translation>
    </message>
    <message>
        <source>a line “%1”</source>
        <translation>une ligne «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>fewer rows</source>
        <translation>moins de lignes</translation>
    </message>
    <message>
        <source>the head of clustat</source>
        <translation>l’en-tête de clustat</translation>
    </message>
    <message>
        <source>the end of &lt;clustat&gt;</source>
        <translation>la fin de &lt;clustat&gt;</translation>
    </message>
    <message>
        <source>the element &lt;quorum&gt;</source>
        <translation>l’élément &lt;quorum&gt;</translation>
    </message>
    <message>
        <source>quorate=&quot;0&quot; or &quot;1&quot;</source>
        <translation>quorate=&quot;0&quot; ou &quot;1&quot;</translation>
    </message>
    <message>
        <source>the name of a service</source>
        <translation>le nom d’un service</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>un attribut</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>un guillemet fermant</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a number, alone or before “Activity blocked”</source>
        <translation>un nombre, seul ou suivi de «&#xa0;Activity blocked&#xa0;»</translation>
    </message>
    <message>
        <source>a line “key: value”</source>
        <translation>une ligne «&#xa0;clé&#xa0;: valeur&#xa0;»</translation>
    </message>
    <message>
        <source>a line “%1:”</source>
        <translation>une ligne «&#xa0;%1&#xa0;:&#xa0;»</translation>
    </message>
    <message>
        <source>a date and a time</source>
        <translation>une date et une heure</translation>
    </message>
    <message>
        <source>a node name</source>
        <translation>un nom de nœud</translation>
    </message>
    <message>
        <source>a node number</source>
        <translation>un numéro de nœud</translation>
    </message>
    <message>
        <source>a status letter</source>
        <translation>une lettre d’état</translation>
    </message>
    <message>
        <source>an incarnation number</source>
        <translation>un numéro d’incarnation</translation>
    </message>
    <message>
        <source>the header “Node  Sts   Inc”</source>
        <translation>l’en-tête «&#xa0;Node  Sts   Inc&#xa0;»</translation>
    </message>
    <message>
        <source>“config” and a number</source>
        <translation>«&#xa0;config&#xa0;» et un nombre</translation>
    </message>
    <message>
        <source>a resource and its minor number</source>
        <translation>une ressource et son numéro mineur</translation>
    </message>
    <message>
        <source>a wait state</source>
        <translation>un état d’attente</translation>
    </message>
    <message>
        <source>the word “%1”</source>
        <translation>le mot «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>a transport and “: [”</source>
        <translation>un transport et «&#xa0;: [&#xa0;»</translation>
    </message>
    <message>
        <source>a session number</source>
        <translation>un numéro de session</translation>
    </message>
    <message>
        <source>a portal and its group</source>
        <translation>un portail et son groupe</translation>
    </message>
    <message>
        <source>the name of a target</source>
        <translation>le nom d’une cible</translation>
    </message>
    <message>
        <source>a line “Target N: NAME”</source>
        <translation>une ligne «&#xa0;Target N&#xa0;: NOM&#xa0;»</translation>
    </message>
    <message>
        <source>five fields separated by “|”</source>
        <translation>cinq champs séparés par «&#xa0;|&#xa0;»</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>un nombre d’octets</translation>
    </message>
    <message>
        <source>an interface</source>
        <translation>une interface</translation>
    </message>
    <message>
        <source>seconds since the start</source>
        <translation>des secondes depuis le démarrage</translation>
    </message>
    <message>
        <source>the rest of the counters</source>
        <translation>le reste des compteurs</translation>
    </message>
    <message>
        <source>a minor number above the one before</source>
        <translation>un numéro mineur supérieur au précédent</translation>
    </message>
    <message>
        <source>a device, its counters or its progress</source>
        <translation>un périphérique, ses compteurs ou son avancement</translation>
    </message>
    <message>
        <source>DRBD&apos;s version or a device</source>
        <translation>la version de DRBD ou un périphérique</translation>
    </message>
    <message>
        <source>two states with a slash</source>
        <translation>deux états séparés par une barre oblique</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>la fin de la ligne</translation>
    </message>
    <message>
        <source>a connection state</source>
        <translation>un état de connexion</translation>
    </message>
    <message>
        <source>a size in KiB</source>
        <translation>une taille en Kio</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>une espace</translation>
    </message>
    <message>
        <source>a speed in KiB/s</source>
        <translation>un débit en Kio/s</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>une parenthèse fermante</translation>
    </message>
    <message>
        <source>the speed</source>
        <translation>le débit</translation>
    </message>
    <message>
        <source>a guest with its node and type</source>
        <translation>une VM avec son nœud et son type</translation>
    </message>
    <message>
        <source>the header of qm list</source>
        <translation>l’en-tête de qm list</translation>
    </message>
    <message>
        <source>a shorter file</source>
        <translation>un fichier plus court</translation>
    </message>
    <message>
        <source>the id of a guest</source>
        <translation>le numéro d’une VM</translation>
    </message>
    <message>
        <source>the amounts of a migration&apos;s progress</source>
        <translation>les quantités de l’avancement d’une migration</translation>
    </message>
    <message>
        <source>the log of a migration</source>
        <translation>le journal d’une migration</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>le fichier finit trop tôt</translation>
    </message>
    <message>
        <source>the file ends while “&lt;%1&gt;” of line %2 is still open</source>
        <translation>le fichier finit alors que «&#xa0;&lt;%1&gt;&#xa0;», ligne %2, est encore ouvert</translation>
    </message>
    <message>
        <source>this is no XML</source>
        <translation>ce n’est pas du XML</translation>
    </message>
    <message>
        <source>nothing may follow the end of “&lt;%1&gt;”</source>
        <translation>rien ne peut suivre la fin de «&#xa0;&lt;%1&gt;&#xa0;»</translation>
    </message>
    <message>
        <source>“&lt;/%1&gt;” closes nothing: the tag of line %2 already ends with “/&gt;”</source>
        <translation>«&#xa0;&lt;/%1&gt;&#xa0;» ne ferme rien&#xa0;: la balise de la ligne %2 se termine déjà par «&#xa0;/&gt;&#xa0;»</translation>
    </message>
    <message>
        <source>“&lt;/%1&gt;” stands where “&lt;/%2&gt;” of line %3 was expected</source>
        <translation>«&#xa0;&lt;/%1&gt;&#xa0;» se trouve là où «&#xa0;&lt;/%2&gt;&#xa0;», ouvert ligne %3, était attendu</translation>
    </message>
    <message>
        <source>“&amp;” must be written “&amp;amp;” here</source>
        <translation>«&#xa0;&amp;&#xa0;» s’écrit «&#xa0;&amp;amp;&#xa0;» ici</translation>
    </message>
    <message>
        <source>the attribute “%1” is here already</source>
        <translation>l’attribut «&#xa0;%1&#xa0;» figure déjà ici</translation>
    </message>
    <message>
        <source>“%1” needs a value in quotes</source>
        <translation>«&#xa0;%1&#xa0;» demande une valeur entre guillemets</translation>
    </message>
    <message>
        <source>“&lt;” must be written “&amp;lt;” in a value, or a quote is missing before it</source>
        <translation>«&#xa0;&lt;&#xa0;» s’écrit «&#xa0;&amp;lt;&#xa0;» dans une valeur, ou bien un guillemet manque avant</translation>
    </message>
    <message>
        <source>this is not well-formed XML</source>
        <translation>ce XML est mal formé</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>the file is larger than %1</source>
        <translation>le fichier dépasse %1</translation>
    </message>
    <message>
        <source>this tag is longer than %1</source>
        <translation>cette balise dépasse %1</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>ce n’est pas de l’UTF-8</translation>
    </message>
    <message>
        <source>no entity may be declared here</source>
        <translation>aucune entité ne peut être déclarée ici</translation>
    </message>
    <message>
        <source>the first element of cluster.conf is “&lt;cluster&gt;”</source>
        <translation>le premier élément de cluster.conf est «&#xa0;&lt;cluster&gt;&#xa0;»</translation>
    </message>
    <message>
        <source>The command did not end in time on %1</source>
        <translation>La commande ne s’est pas terminée à temps sur %1</translation>
    </message>
    <message>
        <source>The command is not installed on %1</source>
        <translation>La commande n’est pas installée sur %1</translation>
    </message>
    <message>
        <source>The command was killed on %1</source>
        <translation>La commande a été tuée sur %1</translation>
    </message>
    <message>
        <source>The command failed on %1 with exit status %2</source>
        <translation>La commande a échoué sur %1 avec le code de sortie %2</translation>
    </message>
    <message>
        <source>a SHA-256 checksum</source>
        <translation>une somme de contrôle SHA-256</translation>
    </message>
    <message>
        <source>cluster.conf of %1 cannot be read</source>
        <translation>Le fichier cluster.conf de %1 ne peut pas être lu</translation>
    </message>
    <message>
        <source>cman does not answer on %1</source>
        <translation>cman ne répond pas sur %1</translation>
    </message>
    <message>
        <source>DRBD is not loaded on %1</source>
        <translation>DRBD n’est pas chargé sur %1</translation>
    </message>
    <message>
        <source>drbdadm cannot tell the resources of %1</source>
        <translation>drbdadm ne peut pas donner les ressources de %1</translation>
    </message>
    <message>
        <source>%1 is not in the fence domain, or fenced is not running</source>
        <translation>%1 n’est pas dans le domaine de fencing, ou fenced ne tourne pas</translation>
    </message>
    <message>
        <source>open-iscsi does not answer on %1</source>
        <translation>open-iscsi ne répond pas sur %1</translation>
    </message>
    <message>
        <source>tgtd does not answer on %1</source>
        <translation>tgtd ne répond pas sur %1</translation>
    </message>
    <message>
        <source>LVM cannot read its volumes on %1</source>
        <translation>LVM ne peut pas lire ses volumes sur %1</translation>
    </message>
    <message>
        <source>qm cannot list the guests of %1</source>
        <translation>qm ne peut pas lister les VM de %1</translation>
    </message>
    <message>
        <source>/etc/pve/.vmlist cannot be read on %1</source>
        <translation>/etc/pve/.vmlist ne peut pas être lu sur %1</translation>
    </message>
    <message>
        <source>clustat cannot ask cman on %1</source>
        <translation>clustat ne peut pas interroger cman sur %1</translation>
    </message>
    <message>
        <source>The picture could not be written to %1</source>
        <translation>L’image n’a pas pu être écrite dans %1</translation>
    </message>
    <message>
        <source>No power state was asked for.</source>
        <translation>Aucun état d’alimentation n’a été demandé.</translation>
    </message>
    <message>
        <source>The BMC %1 refused the password.</source>
        <translation>La carte IPMI %1 refuse le mot de passe.</translation>
    </message>
    <message>
        <source>The BMC %1 does not accept cipher suite 3, the only one this console speaks. Use the path through a node.</source>
        <translation>La carte IPMI %1 n’accepte pas la suite de chiffrement 3, la seule que cette console connaisse. Passez par un nœud.</translation>
    </message>
    <message>
        <source>The BMC %1 speaks only IPMI 1.5, which this console does not use. Use the path through a node.</source>
        <translation>La carte IPMI %1 ne parle qu’IPMI 1.5, que cette console n’emploie pas. Passez par un nœud.</translation>
    </message>
    <message>
        <source>The BMC %1 has no free session; it has only a few.</source>
        <translation>La carte IPMI %1 n’a plus de session libre&#xa0;; elle n’en a que quelques-unes.</translation>
    </message>
    <message>
        <source>The BMC %1 answered with an error.</source>
        <translation>La carte IPMI %1 a répondu par une erreur.</translation>
    </message>
    <message>
        <source>The BMC %1 does not know this user.</source>
        <translation>La carte IPMI %1 ne connaît pas cet utilisateur.</translation>
    </message>
    <message>
        <source>The BMC %1 answered something that is not IPMI 2.0.</source>
        <translation>La réponse de la carte IPMI %1 n’est pas de l’IPMI 2.0.</translation>
    </message>
    <message>
        <source>The BMC %1 cannot do that in the machine&apos;s present state.</source>
        <translation>La carte IPMI %1 ne peut pas le faire dans l’état actuel de la machine.</translation>
    </message>
    <message>
        <source>The BMC %1 is busy.</source>
        <translation>La carte IPMI %1 est occupée.</translation>
    </message>
    <message>
        <source>The BMC %1 does not answer.</source>
        <translation>La carte IPMI %1 ne répond pas.</translation>
    </message>
    <message>
        <source>The address of the BMC %1 cannot be found.</source>
        <translation>L’adresse de la carte IPMI %1 est introuvable.</translation>
    </message>
    <message>
        <source>The user is known to the BMC %1 but lacks the privilege: switching power needs OPERATOR, reading it USER.</source>
        <translation>La carte IPMI %1 connaît l’utilisateur, mais son privilège ne suffit pas&#xa0;: il faut OPERATOR pour commander l’alimentation, USER pour la lire.</translation>
    </message>
    <message>
        <source>The BMC %1 did not answer the power command; whether it obeyed is not known.</source>
        <translation>La carte IPMI %1 n’a pas répondu à l’ordre d’alimentation&#xa0;; on ne sait pas si elle a obéi.</translation>
    </message>
    <message>
        <source>Stopped. The BMC %1 was given no power command.</source>
        <translation>Arrêté. La carte IPMI %1 n’a reçu aucun ordre d’alimentation.</translation>
    </message>
    <message>
        <source>Stopped while the BMC %1 had the power command; whether it obeyed is not known.</source>
        <translation>Arrêté alors que la carte IPMI %1 avait reçu l’ordre d’alimentation&#xa0;; on ne sait pas si elle a obéi.</translation>
    </message>
    <message>
        <source>The login for the BMC %1 is too long: IPMI allows 16 bytes for the user and 20 for the password.</source>
        <translation>L’identifiant pour la carte IPMI %1 est trop long&#xa0;: IPMI permet 16 octets pour l’utilisateur et 20 pour le mot de passe.</translation>
    </message>
    <message>
        <source>The BMC %1 sent an incomplete answer.</source>
        <translation>La carte IPMI %1 a envoyé une réponse incomplète.</translation>
    </message>
    <message>
        <source>“%1” is not a machine name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom de machine.</translation>
    </message>
    <message>
        <source>“%1” is not an address or a host name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse ni un nom d’hôte.</translation>
    </message>
    <message>
        <source>“%1” is not a login.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un identifiant.</translation>
    </message>
    <message>
        <source>“%1” must be empty or an absolute path.</source>
        <translation>«&#xa0;%1&#xa0;» doit être vide ou un chemin absolu.</translation>
    </message>
    <message>
        <source>“%1” is neither a machine nor user@host:port.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une machine ni utilisateur@hôte:port.</translation>
    </message>
    <message>
        <source>“%1” is the name of another machine too.</source>
        <translation>«&#xa0;%1&#xa0;» est aussi le nom d’une autre machine.</translation>
    </message>
    <message>
        <source>“%1” leads back to the same machine.</source>
        <translation>«&#xa0;%1&#xa0;» ramène à la même machine.</translation>
    </message>
    <message>
        <source>“%1” is missing or empty.</source>
        <translation>«&#xa0;%1&#xa0;» manque ou est vide.</translation>
    </message>
    <message>
        <source>This profile was written by a newer release.</source>
        <translation>Ce profil a été écrit par une version plus récente.</translation>
    </message>
    <message>
        <source>“%1” is longer than 64 characters or has a blank at an end.</source>
        <translation>«&#xa0;%1&#xa0;» dépasse 64 caractères ou a une espace à une extrémité.</translation>
    </message>
    <message>
        <source>“%1” must be a text on one line.</source>
        <translation>«&#xa0;%1&#xa0;» doit être un texte d’une seule ligne.</translation>
    </message>
    <message>
        <source>“%1” is not a number it can be.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre admis.</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>«&#xa0;%1&#xa0;» doit valoir true ou false.</translation>
    </message>
    <message>
        <source>“%1” has a value that this release does not know.</source>
        <translation>«&#xa0;%1&#xa0;» a une valeur que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>«&#xa0;%1&#xa0;» doit être une liste.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Impossible de lire %1.</translation>
    </message>
    <message>
        <source>Line %1 is not valid JSON.</source>
        <translation>La ligne %1 n’est pas du JSON valide.</translation>
    </message>
    <message>
        <source>This system has no keychain that can be used; passwords are asked for each time.</source>
        <translation>Ce système n’a pas de trousseau utilisable&#xa0;; les mots de passe sont demandés à chaque fois.</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>Le trousseau n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>The keychain failed.</source>
        <translation>Le trousseau a échoué.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mauvais</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Tolérance à la panne</translation>
    </message>
    <message>
        <source>read a tool&apos;s output and print JSON</source>
        <translation>lire la sortie d’un outil et l’écrire en JSON</translation>
    </message>
    <message>
        <source>Reads FILE, or standard input when FILE is missing or -, and prints it as one JSON document.</source>
        <translation>Lit FILE, ou l’entrée standard si FILE manque ou vaut -, et l’écrit en un document JSON.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Usage&#xa0;:</translation>
    </message>
    <message>
        <source>FORMAT is one of: %1</source>
        <translation>FORMAT est l’un de&#xa0;: %1</translation>
    </message>
    <message>
        <source>see: %1</source>
        <translation>voir&#xa0;: %1</translation>
    </message>
    <message>
        <source>The console for two-node clusters, without its window.</source>
        <translation>La console pour clusters à deux nœuds, sans sa fenêtre.</translation>
    </message>
    <message>
        <source>binomectl COMMAND --help says more.</source>
        <translation>binomectl COMMAND --help en dit plus.</translation>
    </message>
    <message>
        <source>which COMMAND?</source>
        <translation>quelle COMMAND&#xa0;?</translation>
    </message>
    <message>
        <source>unknown command %1</source>
        <translation>commande inconnue %1</translation>
    </message>
    <message>
        <source>--lang takes fr or en, not %1</source>
        <translation>--lang accepte fr ou en, pas %1</translation>
    </message>
    <message>
        <source>the input is larger than %1</source>
        <translation>l’entrée dépasse %1</translation>
    </message>
    <message>
        <source>there stands: %1</source>
        <translation>on y lit&#xa0;: %1</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrée standard</translation>
    </message>
    <message>
        <source>which FORMAT?</source>
        <translation>quel FORMAT&#xa0;?</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>option inconnue %1</translation>
    </message>
    <message>
        <source>unknown format %1</source>
        <translation>format inconnu %1</translation>
    </message>
    <message>
        <source>one FILE at a time, not %1</source>
        <translation>un seul FILE à la fois, pas %1</translation>
    </message>
    <message>
        <source>a device like %1</source>
        <translation>un périphérique comme %1</translation>
    </message>
    <message>
        <source>flags like %1</source>
        <translation>des indicateurs comme %1</translation>
    </message>
    <message>
        <source>the roles behind %1 or %2</source>
        <translation>les rôles après %1 ou %2</translation>
    </message>
    <message>
        <source>the disk states behind %1 or %2</source>
        <translation>les états des disques après %1 ou %2</translation>
    </message>
    <message>
        <source>a counter like %1</source>
        <translation>un compteur comme %1</translation>
    </message>
    <message>
        <source>a time like %1</source>
        <translation>une durée comme %1</translation>
    </message>
    <message>
        <source>the unit %1</source>
        <translation>l’unité %1</translation>
    </message>
    <message>
        <source>amounts like %1</source>
        <translation>des quantités comme %1</translation>
    </message>
    <message>
        <source>a percentage like %1</source>
        <translation>un pourcentage comme %1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>a guest as %1</source>
        <translation>une VM sous la forme %1</translation>
    </message>
    <message>
        <source>an object “%1”</source>
        <translation>un objet «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The connection to the machine was lost</source>
        <translation>La connexion à la machine est perdue</translation>
    </message>
    <message>
        <source>No answer within %1</source>
        <translation>Pas de réponse en %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>The machine&apos;s answer cannot be understood; asking it anew</source>
        <translation>La réponse de la machine est incompréhensible&#xa0;; elle est interrogée à nouveau</translation>
    </message>
    <message>
        <source>The machine cannot be asked: %1</source>
        <translation>La machine ne peut pas être interrogée&#xa0;: %1</translation>
    </message>
    <message>
        <source>The answer to the look-around is cut</source>
        <translation>La réponse au premier inventaire est tronquée</translation>
    </message>
    <message>
        <source>The machine has no `timeout` command, so nothing is asked that could not be ended</source>
        <translation>La machine n’a pas de commande `timeout`&#xa0;: rien n’est demandé qui ne pourrait être interrompu</translation>
    </message>
    <message>
        <source>The machine answered something that was not asked</source>
        <translation>La machine a répondu à une question qui n’était pas posée</translation>
    </message>
    <message>
        <source>The output is larger than %1</source>
        <translation>La sortie dépasse %1</translation>
    </message>
    <message>
        <source>The channel to the machine was closed</source>
        <translation>Le canal vers la machine a été fermé</translation>
    </message>
    <message>
        <source>The recording cannot be written: %1</source>
        <translation>L’enregistrement ne peut pas être écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is no recording</source>
        <translation>Ce n’est pas un enregistrement</translation>
    </message>
    <message>
        <source>This recording is of a newer release</source>
        <translation>Cet enregistrement vient d’une version plus récente</translation>
    </message>
    <message>
        <source>observe a cluster once and say how it is</source>
        <translation>observer un cluster une fois et dire comment il va</translation>
    </message>
    <message>
        <source>CLUSTER is the name of a saved cluster or the file of its profile. --watch goes on and prints one JSON line a change. Exit status 0: healthy, 1: not.</source>
        <translation>CLUSTER est le nom d’un cluster enregistré ou le fichier de son profil. --watch continue et écrit une ligne JSON par changement. Code de sortie 0&#xa0;: sain, 1&#xa0;: non.</translation>
    </message>
    <message>
        <source>one CLUSTER at a time, not %1</source>
        <translation>un seul CLUSTER à la fois, pas %1</translation>
    </message>
    <message>
        <source>which CLUSTER?</source>
        <translation>quel CLUSTER&#xa0;?</translation>
    </message>
    <message>
        <source>%1: the host key %2 is not known yet; connect once with the window to compare it</source>
        <translation>%1&#xa0;: la clé d’hôte %2 n’est pas encore connue&#xa0;; connectez-vous une fois avec la fenêtre pour la comparer</translation>
    </message>
    <message>
        <source>%1: a password is asked for; use a key, an agent, or let the window remember it</source>
        <translation>%1&#xa0;: un mot de passe est demandé&#xa0;; utilisez une clé, un agent, ou laissez la fenêtre le retenir</translation>
    </message>
    <message>
        <source>no cluster is called %1</source>
        <translation>aucun cluster ne s’appelle %1</translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation>sans réponse depuis %1</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>attend une réponse de l’opérateur</translation>
    </message>
    <message>
        <source>power on</source>
        <translation>allumé</translation>
    </message>
    <message>
        <source>power off</source>
        <translation>éteint</translation>
    </message>
    <message>
        <source>power unknown</source>
        <translation>alimentation inconnue</translation>
    </message>
    <message>
        <source>quorum unknown</source>
        <translation>quorum inconnu</translation>
    </message>
    <message numerus="yes">
        <source>quorate, %1 of %n vote(s)</source>
        <translation>
            <numerusform>quorum atteint, %1 voix sur %n</numerusform>
            <numerusform>quorum atteint, %1 voix sur %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no quorum, %1 of %n vote(s)</source>
        <translation>
            <numerusform>quorum perdu, %1 voix sur %n</numerusform>
            <numerusform>quorum perdu, %1 voix sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a quorum disk, but no iSCSI session tells where its server is.</source>
        <translation>Il y a un disque de quorum, mais aucune session iSCSI ne dit où est son serveur.</translation>
    </message>
    <message>
        <source>cluster.conf names no fence device with an address.</source>
        <translation>cluster.conf ne nomme aucun équipement de fencing avec une adresse.</translation>
    </message>
    <message>
        <source>Fence devices: %1. Their passwords are read from cluster.conf and kept in memory only.</source>
        <translation>Équipements de fencing&#xa0;: %1. Leurs mots de passe sont lus dans cluster.conf et gardés en mémoire seulement.</translation>
    </message>
    <message>
        <source>The machine did not tell its cluster.conf.</source>
        <translation>La machine n&apos;a pas donné son cluster.conf.</translation>
    </message>
    <message>
        <source>There is no /etc/pve/cluster.conf here: not a node of a Proxmox VE 3 cluster.</source>
        <translation>Il n&apos;y a pas de /etc/pve/cluster.conf ici&#xa0;: ce n&apos;est pas un nœud d&apos;un cluster Proxmox VE 3.</translation>
    </message>
    <message>
        <source>Line %1 of the known hosts file cannot be understood</source>
        <translation>La ligne %1 du fichier des hôtes connus n&apos;est pas compréhensible</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ne peut pas être écrit</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ne peut pas être lu</translation>
    </message>
    <message>
        <source>The SSH server declined to start the command</source>
        <translation>Le serveur SSH a refusé de lancer la commande</translation>
    </message>
    <message>
        <source>The connection was closed</source>
        <translation>La connexion a été fermée</translation>
    </message>
    <message>
        <source>%1 is there but nothing listens on port %2 (connection refused)</source>
        <translation>%1 est là, mais rien n&apos;écoute sur le port %2 (connexion refusée)</translation>
    </message>
    <message>
        <source>There is no route to %1</source>
        <translation>Il n&apos;y a pas de route vers %1</translation>
    </message>
    <message>
        <source>No answer from %1, port %2</source>
        <translation>Pas de réponse de %1, port %2</translation>
    </message>
    <message>
        <source>%1, port %2 cannot be reached</source>
        <translation>%1, port %2, est injoignable</translation>
    </message>
    <message>
        <source>The SSH library refused its settings</source>
        <translation>La bibliothèque SSH a refusé ses réglages</translation>
    </message>
    <message>
        <source>What answers on %1, port %2 is no SSH server</source>
        <translation>Ce qui répond sur %1, port %2, n&apos;est pas un serveur SSH</translation>
    </message>
    <message>
        <source>The SSH server on %1, port %2 does not answer</source>
        <translation>Le serveur SSH sur %1, port %2, ne répond pas</translation>
    </message>
    <message>
        <source>%1, port %2 closed the connection before the SSH greeting</source>
        <translation>%1, port %2, a fermé la connexion avant le salut SSH</translation>
    </message>
    <message>
        <source>%1 offers only old algorithms; to connect all the same, allow old algorithms for this machine</source>
        <translation>%1 ne propose que d&apos;anciens algorithmes&#xa0;; pour se connecter tout de même, autorisez les anciens algorithmes pour cette machine</translation>
    </message>
    <message>
        <source>%1 and this program have no algorithm in common</source>
        <translation>%1 et ce programme n&apos;ont aucun algorithme en commun</translation>
    </message>
    <message>
        <source>%1 closed the connection during the key exchange</source>
        <translation>%1 a fermé la connexion pendant l&apos;échange de clés</translation>
    </message>
    <message>
        <source>The server&apos;s host key cannot be read</source>
        <translation>La clé d&apos;hôte du serveur ne peut pas être lue</translation>
    </message>
    <message>
        <source>The host key of %1 is marked as revoked: %2</source>
        <translation>La clé d&apos;hôte de %1 est marquée comme révoquée&#xa0;: %2</translation>
    </message>
    <message>
        <source>The host key of %1 is not the one on record. On record: %2. Shown now: %3. Somebody may be in between, or the machine was installed anew</source>
        <translation>La clé d&apos;hôte de %1 n&apos;est pas celle qui est enregistrée. Enregistrée&#xa0;: %2. Présentée&#xa0;: %3. Quelqu&apos;un est peut-être entre les deux, ou la machine a été réinstallée</translation>
    </message>
    <message>
        <source>The host key of %1 was not accepted</source>
        <translation>La clé d&apos;hôte de %1 n&apos;a pas été acceptée</translation>
    </message>
    <message>
        <source>The login on %1 was given up</source>
        <translation>La connexion à %1 a été abandonnée</translation>
    </message>
    <message>
        <source>%1 closed the connection during the login</source>
        <translation>%1 a fermé la connexion pendant l&apos;authentification</translation>
    </message>
    <message>
        <source>%1 takes none of the ways to log in that are available here</source>
        <translation>%1 n&apos;accepte aucun des moyens d&apos;authentification disponibles ici</translation>
    </message>
    <message>
        <source>%1 refused the login of %2; tried: %3. It takes RSA keys only with old algorithms: allow old algorithms for this machine</source>
        <translation>%1 a refusé l&apos;authentification de %2&#xa0;; essayé&#xa0;: %3. Il n&apos;accepte les clés RSA qu&apos;avec d&apos;anciens algorithmes&#xa0;: autorisez les anciens algorithmes pour cette machine</translation>
    </message>
    <message>
        <source>%1 refused the login of %2; tried: %3</source>
        <translation>%1 a refusé l&apos;authentification de %2&#xa0;; essayé&#xa0;: %3</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>The jump host %1 opens no way to %2, port %3</source>
        <translation>Le rebond %1 n&apos;ouvre pas de chemin vers %2, port %3</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved</source>
        <translation>Le nom %1 n&apos;est pas résolu</translation>
    </message>
    <message>
        <source>The command did not end within %1</source>
        <translation>La commande n&apos;a pas fini en %1</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>La connexion à %1 a été perdue</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 ne répond plus depuis %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>The command printed more than %1</source>
        <translation>La commande a écrit plus de %1</translation>
    </message>
    <message>
        <source>it starts with its node, but has no process</source>
        <translation>elle démarre avec son nœud, mais n’a aucun processus</translation>
    </message>
    <message>
        <source>the file of a guest and a line of it</source>
        <translation>le fichier d’une VM et une de ses lignes</translation>
    </message>
    <message>
        <source>The guests&apos; files cannot be read on %1</source>
        <translation>Les fichiers des VM ne peuvent pas être lus sur %1</translation>
    </message>
    <message>
        <source>binome-lab&apos;s answer is not its JSON</source>
        <translation>la réponse de binome-lab n’est pas son JSON</translation>
    </message>
    <message>
        <source>%1 found that the copies never were one: one side needs a full sync, discarding its changes does not help</source>
        <translation>%1 constate que les copies n’ont jamais été une seule&#xa0;: un côté demande une synchronisation complète, sacrifier ses écritures n’y change rien</translation>
    </message>
    <message>
        <source>%1 refused the peer&apos;s shared secret: compare the configuration of both sides</source>
        <translation>%1 a refusé le secret partagé de l’autre côté&#xa0;: comparer les configurations des deux côtés</translation>
    </message>
    <message>
        <source>split brain: both sides went on from a common generation of the data</source>
        <translation>split-brain&#xa0;: les deux côtés ont continué à partir d’une génération commune des données</translation>
    </message>
    <message>
        <source>the sides have no generation of the data in common</source>
        <translation>les deux côtés n’ont aucune génération de données en commun</translation>
    </message>
    <message>
        <source>disconnected on %1 by an administrator</source>
        <translation>déconnectée sur %1 par un administrateur</translation>
    </message>
    <message>
        <source>StandAlone, and nothing tells why: a split brain, a disconnect, a wrong secret or unrelated data</source>
        <translation>StandAlone, et rien ne dit pourquoi&#xa0;: split-brain, déconnexion, mauvais secret ou données sans lien</translation>
    </message>
    <message>
        <source>the peer is not reached over the replication link</source>
        <translation>l’autre côté n’est pas joint par le lien de réplication</translation>
    </message>
    <message>
        <source>%1 allows two Primary sides without DRBD&apos;s own fencing: when the replication link fails both go on writing (fencing resource-and-stonith with a tested fence-peer handler stops that)</source>
        <translation>%1 permet deux côtés Primary sans le fencing de DRBD&#xa0;: quand le lien de réplication tombe, les deux continuent d’écrire (fencing resource-and-stonith avec un fence-peer testé l’empêche)</translation>
    </message>
    <message>
        <source>%1 allows two Primary sides with protocol %2: only protocol C keeps both copies equal</source>
        <translation>%1 permet deux côtés Primary avec le protocole %2&#xa0;: seul le protocole C garde les deux copies identiques</translation>
    </message>
    <message>
        <source>%1 resolves a split brain of two Primary sides by itself (after-sb-2pri %2): writes are lost without a question</source>
        <translation>%1 résout seule un split-brain de deux côtés Primary (after-sb-2pri %2)&#xa0;: des écritures sont perdues sans question</translation>
    </message>
    <message>
        <source>A node that boots alone waits for the peer of %1 for ever: keep a console that needs no network, such as serial over LAN</source>
        <translation>Un nœud qui démarre seul attend sans fin l’autre côté de %1&#xa0;: garder une console qui se passe du réseau, telle que Serial over LAN</translation>
    </message>
    <message>
        <source>%1 is the only resource and guests run on both nodes: after a split brain either choice loses writes. Two resources, one a home node, have a clear side each</source>
        <translation>%1 est la seule ressource et des VM tournent sur les deux nœuds&#xa0;: après un split-brain, chaque choix perd des écritures. Deux ressources, une par nœud d’origine, ont chacune un côté évident</translation>
    </message>
    <message>
        <source>%1 is configured differently on %2 and %3</source>
        <translation>%1 n’a pas la même configuration sur %2 et %3</translation>
    </message>
    <message>
        <source>protocol A: a write is done once it is on the way; the last ones can be lost with a node</source>
        <translation>protocole A&#xa0;: une écriture est acquise dès qu’elle est partie&#xa0;; les dernières peuvent être perdues avec un nœud</translation>
    </message>
    <message>
        <source>protocol B: a write is done once the peer has it in memory</source>
        <translation>protocole B&#xa0;: une écriture est acquise quand l’autre côté l’a en mémoire</translation>
    </message>
    <message>
        <source>protocol C: a write is done once both disks have it</source>
        <translation>protocole C&#xa0;: une écriture est acquise quand les deux disques l’ont</translation>
    </message>
    <message>
        <source>split brain, no side Primary: they stay apart</source>
        <translation>split-brain, aucun côté Primary&#xa0;: ils restent séparés</translation>
    </message>
    <message>
        <source>split brain, no side Primary: a side that wrote nothing follows the other; if both wrote they stay apart</source>
        <translation>split-brain, aucun côté Primary&#xa0;: un côté qui n’a rien écrit suit l’autre&#xa0;; si les deux ont écrit, ils restent séparés</translation>
    </message>
    <message>
        <source>split brain, no side Primary: the side that wrote less loses its writes without a question</source>
        <translation>split-brain, aucun côté Primary&#xa0;: le côté qui a le moins écrit perd ses écritures sans question</translation>
    </message>
    <message>
        <source>split brain, no side Primary: the side that was Primary last loses its writes without a question</source>
        <translation>split-brain, aucun côté Primary&#xa0;: le dernier devenu Primary perd ses écritures sans question</translation>
    </message>
    <message>
        <source>split brain, no side Primary: the side that was Primary first loses its writes without a question</source>
        <translation>split-brain, aucun côté Primary&#xa0;: le premier devenu Primary perd ses écritures sans question</translation>
    </message>
    <message>
        <source>split brain, one side Primary: they stay apart</source>
        <translation>split-brain, un côté Primary&#xa0;: ils restent séparés</translation>
    </message>
    <message>
        <source>split brain, one side Primary: the Secondary loses its writes if the rule without Primary says so too</source>
        <translation>split-brain, un côté Primary&#xa0;: le Secondary perd ses écritures si la règle sans Primary le dit aussi</translation>
    </message>
    <message>
        <source>split brain, one side Primary: the Secondary loses its writes without a question</source>
        <translation>split-brain, un côté Primary&#xa0;: le Secondary perd ses écritures sans question</translation>
    </message>
    <message>
        <source>split brain, one side Primary: the loser&apos;s handler is called, which usually reboots the node</source>
        <translation>split-brain, un côté Primary&#xa0;: le handler du perdant est appelé, en général il redémarre le nœud</translation>
    </message>
    <message>
        <source>split brain, both sides Primary: they stay apart</source>
        <translation>split-brain, deux côtés Primary&#xa0;: ils restent séparés</translation>
    </message>
    <message>
        <source>split brain, both sides Primary: the loser&apos;s handler is called, which usually reboots the node</source>
        <translation>split-brain, deux côtés Primary&#xa0;: le handler du perdant est appelé, en général il redémarre le nœud</translation>
    </message>
    <message>
        <source>no fencing: after a failed link both sides go on writing</source>
        <translation>pas de fencing&#xa0;: après une panne du lien, les deux côtés continuent d’écrire</translation>
    </message>
    <message>
        <source>fencing: the handler marks the peer&apos;s copy Outdated, the writes go on meanwhile</source>
        <translation>fencing&#xa0;: le handler marque la copie de l’autre côté Outdated, les écritures continuent pendant ce temps</translation>
    </message>
    <message>
        <source>fencing: writes wait until the handler has fenced the peer</source>
        <translation>fencing&#xa0;: les écritures attendent que le handler ait fencé l’autre nœud</translation>
    </message>
    <message>
        <source>an error of the disk drops it: the node goes on with the peer&apos;s copy</source>
        <translation>une erreur du disque l’écarte&#xa0;: le nœud continue avec la copie de l’autre côté</translation>
    </message>
    <message>
        <source>an error of the disk is handed on to the guest</source>
        <translation>une erreur du disque est transmise à la VM</translation>
    </message>
    <message>
        <source>an error of the disk calls the local-io-error handler</source>
        <translation>une erreur du disque appelle le handler local-io-error</translation>
    </message>
    <message>
        <source>at boot the node waits for its peer for ever</source>
        <translation>au démarrage, le nœud attend l’autre sans fin</translation>
    </message>
    <message>
        <source>at boot both sides become Primary</source>
        <translation>au démarrage, les deux côtés passent Primary</translation>
    </message>
    <message>
        <source>protocol %1</source>
        <translation>protocole %1</translation>
    </message>
    <message>
        <source>split brain, no side Primary: %1</source>
        <translation>split-brain, aucun côté Primary&#xa0;: %1</translation>
    </message>
    <message>
        <source>split brain, one side Primary: %1</source>
        <translation>split-brain, un côté Primary&#xa0;: %1</translation>
    </message>
    <message>
        <source>split brain, both sides Primary: %1</source>
        <translation>split-brain, deux côtés Primary&#xa0;: %1</translation>
    </message>
    <message>
        <source>fencing: %1</source>
        <translation>fencing&#xa0;: %1</translation>
    </message>
    <message>
        <source>an error of the disk: %1</source>
        <translation>une erreur du disque&#xa0;: %1</translation>
    </message>
    <message>
        <source>resync at %1 a second</source>
        <translation>resynchronisation à %1 par seconde</translation>
    </message>
    <message>
        <source>the rate is controlled, planning %1 tenths of a second ahead (0: fixed)</source>
        <translation>débit régulé, avec %1 dixièmes de seconde d’avance (0&#xa0;: fixe)</translation>
    </message>
    <message>
        <source>while guests write the resync is held at %1 a second</source>
        <translation>tant que des VM écrivent, la resynchronisation est tenue à %1 par seconde</translation>
    </message>
    <message>
        <source>resync at %1 a second at most</source>
        <translation>resynchronisation à %1 par seconde au plus</translation>
    </message>
    <message>
        <source>at boot the node waits %1 s for its peer</source>
        <translation>au démarrage, le nœud attend l’autre %1&#xa0;s</translation>
    </message>
    <message>
        <source>at boot after having been alone it waits %1 s</source>
        <translation>au démarrage, après avoir été seul, il attend %1&#xa0;s</translation>
    </message>
    <message>
        <source>at boot %1 becomes Primary</source>
        <translation>au démarrage, %1 passe Primary</translation>
    </message>
    <message>
        <source>both sides may be Primary at once</source>
        <translation>les deux côtés peuvent être Primary en même temps</translation>
    </message>
    <message>
        <source>one side alone may be Primary</source>
        <translation>un seul côté peut être Primary</translation>
    </message>
    <message>
        <source>%1 more to copy: new writes were added</source>
        <translation>%1 de plus à copier&#xa0;: de nouvelles écritures se sont ajoutées</translation>
    </message>
    <message>
        <source>later than said by %1: the rate is %2 now</source>
        <translation>plus tard que prévu de %1&#xa0;: le débit est maintenant de %2</translation>
    </message>
    <message>
        <source>sooner than said by %1: the rate is %2 now</source>
        <translation>plus tôt que prévu de %1&#xa0;: le débit est maintenant de %2</translation>
    </message>
    <message>
        <source>for a reason that DRBD does not tell</source>
        <translation>pour une raison que DRBD ne dit pas</translation>
    </message>
    <message>
        <source>the replication link is down</source>
        <translation>le lien de réplication est coupé</translation>
    </message>
    <message>
        <source>paused on this side (pause-sync)</source>
        <translation>mise en pause de ce côté (pause-sync)</translation>
    </message>
    <message>
        <source>paused on the other side (pause-sync)</source>
        <translation>mise en pause de l’autre côté (pause-sync)</translation>
    </message>
    <message>
        <source>another resource goes first (resync-after)</source>
        <translation>une autre ressource passe d’abord (resync-after)</translation>
    </message>
    <message>
        <source>its input and output are suspended</source>
        <translation>ses entrées-sorties sont suspendues</translation>
    </message>
    <message>
        <source>held at c-min-rate while the guests write</source>
        <translation>tenue à c-min-rate tant que les VM écrivent</translation>
    </message>
    <message>
        <source>the replication link is congested</source>
        <translation>le lien de réplication est saturé</translation>
    </message>
    <message>
        <source>the disk is congested</source>
        <translation>le disque est saturé</translation>
    </message>
    <message>
        <source>a semicolon or a brace</source>
        <translation>un point-virgule ou une accolade</translation>
    </message>
    <message>
        <source>a closing brace</source>
        <translation>une accolade fermante</translation>
    </message>
    <message>
        <source>a closing quote in the line</source>
        <translation>un guillemet fermant dans la ligne</translation>
    </message>
    <message>
        <source>the name of the section</source>
        <translation>le nom de la section</translation>
    </message>
    <message>
        <source>fewer sections</source>
        <translation>moins de sections</translation>
    </message>
    <message>
        <source>a resource that is not described yet</source>
        <translation>une ressource qui n’est pas encore décrite</translation>
    </message>
    <message>
        <source>global, common, resource NAME or include</source>
        <translation>global, common, resource NOM ou include</translation>
    </message>
    <message>
        <source>volume and its number</source>
        <translation>volume et son numéro</translation>
    </message>
    <message>
        <source>the name of a node</source>
        <translation>le nom d’un nœud</translation>
    </message>
    <message>
        <source>no closing brace</source>
        <translation>pas d’accolade fermante</translation>
    </message>
    <message>
        <source>fewer options</source>
        <translation>moins d’options</translation>
    </message>
    <message>
        <source>fewer includes</source>
        <translation>moins d’inclusions</translation>
    </message>
    <message>
        <source>the name of a resource</source>
        <translation>le nom d’une ressource</translation>
    </message>
    <message>
        <source>four generation identifiers</source>
        <translation>quatre identifiants de génération</translation>
    </message>
    <message>
        <source>now EPOCH OFFSET UPTIME</source>
        <translation>now EPOCH OFFSET UPTIME</translation>
    </message>
    <message>
        <source>The configuration of DRBD cannot be read on %1</source>
        <translation>La configuration de DRBD ne peut pas être lue sur %1</translation>
    </message>
    <message>
        <source>drbdadm cannot tell the data generations of %1</source>
        <translation>drbdadm ne peut pas dire les générations de données de %1</translation>
    </message>
    <message>
        <source>The kernel log of %1 cannot be read</source>
        <translation>Le journal du noyau de %1 ne peut pas être lu</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>The history is not open</source>
        <translation>L’historique n’est pas ouvert</translation>
    </message>
    <message>
        <source>Another console keeps the history of this cluster</source>
        <translation>Une autre console tient l’historique de ce cluster</translation>
    </message>
    <message>
        <source>The history cannot be kept: %1</source>
        <translation>L’historique ne peut pas être tenu&#xa0;: %1</translation>
    </message>
    <message>
        <source>The history is of a newer release</source>
        <translation>L’historique vient d’une version plus récente</translation>
    </message>
    <message>
        <source>split brain: %1 refused the peer, each side has gone its own way</source>
        <translation>split-brain&#xa0;: %1 a refusé l’autre côté, chacun a continué seul</translation>
    </message>
    <message>
        <source>no process on the nodes that answer</source>
        <translation>aucun processus sur les nœuds qui répondent</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) do not run</source>
        <translation>
            <numerusform>%n&#xa0;VM ne tourne pas</numerusform>
            <numerusform>%n&#xa0;VM ne tournent pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known whether %n guest(s) run</source>
        <translation>
            <numerusform>On ne sait pas si %n&#xa0;VM tourne</numerusform>
            <numerusform>On ne sait pas si %n&#xa0;VM tournent</numerusform>
        </translation>
    </message>
    <message>
        <source>not replicating, %1 does not answer</source>
        <translation>réplication arrêtée, %1 ne répond pas</translation>
    </message>
    <message>
        <source>not replicating: %1 written on %2 since, %3 does not answer</source>
        <translation>réplication arrêtée&#xa0;: %1 écrits depuis sur %2, %3 ne répond pas</translation>
    </message>
    <message>
        <source>split brain: %1 only on %2, %3 does not answer</source>
        <translation>split-brain&#xa0;: %1 seulement sur %2, %3 ne répond pas</translation>
    </message>
    <message>
        <source>a shorter word</source>
        <translation>un mot plus court</translation>
    </message>
    <message>
        <source>Another action runs on this cluster: %1</source>
        <translation>Une autre action est en cours sur ce cluster&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 is not connected: nothing was sent to it</source>
        <translation>%1 n’est pas connecté&#xa0;: rien ne lui a été envoyé</translation>
    </message>
    <message>
        <source>The time allowed for this step is over</source>
        <translation>Le temps accordé à cette étape est écoulé</translation>
    </message>
    <message>
        <source>What was typed is not “%1”</source>
        <translation>Ce qui a été saisi n’est pas «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>A reason has to be given</source>
        <translation>Une raison doit être donnée</translation>
    </message>
    <message>
        <source>The machines could not be asked again: nothing was sent</source>
        <translation>Les machines n’ont pas pu être interrogées à nouveau&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>The cluster changed since the plan was shown: nothing was sent</source>
        <translation>Le cluster a changé depuis l’affichage du plan&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>The plan is blocked: nothing was sent</source>
        <translation>Le plan est bloqué&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>The machines could not be asked afterwards</source>
        <translation>Les machines n’ont pas pu être interrogées ensuite</translation>
    </message>
    <message>
        <source>no higher config_version than %1 is possible</source>
        <translation>aucun config_version supérieur à %1 n’est possible</translation>
    </message>
    <message>
        <source>%1 is not seen in the quorate cluster: it takes the new file when it joins again</source>
        <translation>%1 n’est pas vu dans le cluster qui a le quorum&#xa0;: il prendra le nouveau fichier quand il le rejoindra</translation>
    </message>
    <message>
        <source>No node is known to be quorate: /etc/pve is read-only without quorum, nothing can be written. Bring quorum back first; when the file itself stops cman, the rescue is the way</source>
        <translation>Aucun nœud connu n’a le quorum&#xa0;: sans quorum, /etc/pve est en lecture seule et rien ne peut être écrit. Rétablissez d’abord le quorum&#xa0;; si c’est le fichier lui-même qui arrête cman, la voie est le sauvetage</translation>
    </message>
    <message>
        <source>Not known: which cluster.conf is the committed one now</source>
        <translation>Inconnu&#xa0;: quel cluster.conf est le fichier validé en ce moment</translation>
    </message>
    <message>
        <source>cluster.conf on %1 is no longer the one that was opened: somebody else changed it</source>
        <translation>cluster.conf sur %1 n’est plus celui qui a été ouvert&#xa0;: quelqu’un d’autre l’a modifié</translation>
    </message>
    <message>
        <source>There is nothing to change</source>
        <translation>Il n’y a rien à changer</translation>
    </message>
    <message>
        <source>The file is larger than %1, pmxcfs&apos;s limit</source>
        <translation>Le fichier dépasse %1, la limite de pmxcfs</translation>
    </message>
    <message>
        <source>The file is of the cluster %1, this one is %2: a running cluster cannot be renamed</source>
        <translation>Le fichier est celui du cluster %1, celui-ci est %2&#xa0;: on ne renomme pas un cluster en marche</translation>
    </message>
    <message>
        <source>Compare the files on %1 with what was opened</source>
        <translation>Comparer les fichiers de %1 à ce qui a été ouvert</translation>
    </message>
    <message>
        <source>%1 on %2 was changed by somebody else since it was opened: nothing was written</source>
        <translation>%1 sur %2 a été modifié par quelqu’un d’autre depuis son ouverture&#xa0;: rien n’a été écrit</translation>
    </message>
    <message>
        <source>%1 on %2 holds somebody else&apos;s change that is not activated: nothing was written</source>
        <translation>%1 sur %2 contient la modification de quelqu’un d’autre, pas encore activée&#xa0;: rien n’a été écrit</translation>
    </message>
    <message>
        <source>%1 on %2 does not hold what was written</source>
        <translation>%1 sur %2 ne contient pas ce qui a été écrit</translation>
    </message>
    <message>
        <source>Write version %1 beside, as cluster.conf.new</source>
        <translation>Écrire la version %1 à côté, dans cluster.conf.new</translation>
    </message>
    <message>
        <source>%1 does not accept the file: %2</source>
        <translation>%1 n’accepte pas le fichier&#xa0;: %2</translation>
    </message>
    <message>
        <source>Let %1 validate it</source>
        <translation>La faire valider par %1</translation>
    </message>
    <message>
        <source>%1 on %2 was replaced meanwhile</source>
        <translation>%1 sur %2 a été remplacé entre-temps</translation>
    </message>
    <message>
        <source>Activate version %1</source>
        <translation>Activer la version %1</translation>
    </message>
    <message>
        <source>%1 on %2 is not the new file</source>
        <translation>%1 sur %2 n’est pas le nouveau fichier</translation>
    </message>
    <message>
        <source>%1 still runs version %2: see its syslog for the reason, then type “cman_tool version -r” there</source>
        <translation>%1 utilise encore la version %2&#xa0;: voyez la raison dans son syslog, puis tapez-y «&#xa0;cman_tool version -r&#xa0;»</translation>
    </message>
    <message>
        <source>See that %1 has it and runs version %2</source>
        <translation>Vérifier que %1 l’a et utilise la version %2</translation>
    </message>
    <message>
        <source>%1 on %2 is not the new file: pmxcfs there did not copy it, see its syslog</source>
        <translation>%1 sur %2 n’est pas le nouveau fichier&#xa0;: pmxcfs ne l’y a pas copié, voyez son syslog</translation>
    </message>
    <message>
        <source>“config” and a version</source>
        <translation>«&#xa0;config&#xa0;» et une version</translation>
    </message>
    <message>
        <source>Activate version %1 of cluster.conf</source>
        <translation>Activer la version %1 de cluster.conf</translation>
    </message>
    <message>
        <source>“%1” failed on %2: %3</source>
        <translation>«&#xa0;%1&#xa0;» a échoué sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>note</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>bloquant</translation>
    </message>
    <message>
        <source>Done, and seen to be so.</source>
        <translation>Fait, et vérifié.</translation>
    </message>
    <message>
        <source>Refused: nothing was sent.</source>
        <translation>Refusé&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Cancelled before the point of no return.</source>
        <translation>Annulé avant le point de non-retour.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Échec.</translation>
    </message>
    <message>
        <source>Not confirmed: it was sent, and what it should do is not seen.</source>
        <translation>Non confirmé&#xa0;: c’est envoyé, mais l’effet attendu n’est pas constaté.</translation>
    </message>
    <message>
        <source>Not known how it ended.</source>
        <translation>On ne sait pas comment cela s’est terminé.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Type %1 to do it:</source>
        <translation>Tapez %1 pour le faire&#xa0;:</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Type “%1” to do it:</source>
        <translation>Tapez «&#xa0;%1&#xa0;» pour le faire&#xa0;:</translation>
    </message>
    <message>
        <source>this needs --reason TEXT, for the journal</source>
        <translation>il faut --reason TEXTE, pour le journal</translation>
    </message>
    <message>
        <source>--reason needs a text</source>
        <translation>--reason demande un texte</translation>
    </message>
    <message>
        <source>touches: %1</source>
        <translation>concerne&#xa0;: %1</translation>
    </message>
    <message>
        <source>no way back from here</source>
        <translation>point de non-retour</translation>
    </message>
    <message>
        <source>one CLUSTER and one FILE are needed</source>
        <translation>il faut un CLUSTER et un FILE</translation>
    </message>
    <message>
        <source>conf does what?</source>
        <translation>conf fait quoi&#xa0;?</translation>
    </message>
    <message>
        <source>Binôme ended in the middle of it (found at start): look at the cluster for what it did</source>
        <translation>Binôme s’est arrêté au milieu (constaté au démarrage)&#xa0;: regardez sur le cluster ce qui a été fait</translation>
    </message>
    <message>
        <source>An observer changes nothing</source>
        <translation>Un observateur ne change rien</translation>
    </message>
    <message>
        <source>Only an administrator may do this</source>
        <translation>Seul un administrateur peut faire cela</translation>
    </message>
    <message>
        <source>%1 could not be told that an action runs: another console could act</source>
        <translation>%1 n’a pas pu être prévenu qu’une action est en cours&#xa0;: une autre console pourrait agir</translation>
    </message>
    <message>
        <source>%1 acts on this cluster since %2, as %3 says: nothing was sent</source>
        <translation>%1 agit sur ce cluster depuis&#xa0;%2, d’après&#xa0;%3&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>Another Binôme acts on this cluster (process %1 on %2): nothing was sent</source>
        <translation>Un autre Binôme agit sur ce cluster (processus&#xa0;%1 sur&#xa0;%2)&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>The lock file cannot be written: %1</source>
        <translation>Le fichier de verrou ne peut pas être écrit&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>The journal cannot be written: %1</source>
        <translation>Le journal ne peut pas être écrit&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>The journal is of a newer release</source>
        <translation>Le journal vient d’une version plus récente</translation>
    </message>
    <message>
        <source>Line %1 of the journal is missing</source>
        <translation>La ligne&#xa0;%1 du journal manque</translation>
    </message>
    <message>
        <source>Line %1 of the journal was changed</source>
        <translation>La ligne&#xa0;%1 du journal a été modifiée</translation>
    </message>
    <message>
        <source>elements are nested more than %1 deep</source>
        <translation>les éléments sont imbriqués sur plus de %1 niveaux</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>mettre %1 à %2</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>supprimer %1</translation>
    </message>
    <message>
        <source>no daemon can read such a file; one that is active already stops cman at its next start</source>
        <translation>aucun démon ne sait lire un tel fichier&#xa0;; déjà actif, il empêche le prochain démarrage de cman</translation>
    </message>
    <message>
        <source>no fence device is called “%1”</source>
        <translation>aucun équipement de fencing ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>the method fails, and the configuration does not validate</source>
        <translation>la méthode échoue, et la configuration n’est pas validée</translation>
    </message>
    <message>
        <source>the method “%1” has no device</source>
        <translation>la méthode «&#xa0;%1&#xa0;» n’a aucun équipement</translation>
    </message>
    <message>
        <source>it fails each time it is tried</source>
        <translation>elle échoue à chaque essai</translation>
    </message>
    <message>
        <source>%1 cannot be fenced: no method names a device that is there</source>
        <translation>%1 ne peut pas être fencé&#xa0;: aucune méthode ne nomme un équipement existant</translation>
    </message>
    <message>
        <source>when it fails, fenced tries for ever, and no guest is started elsewhere until somebody types fence_ack_manual</source>
        <translation>s’il tombe, fenced essaie sans fin, et aucune VM ne démarre ailleurs tant que personne ne tape fence_ack_manual</translation>
    </message>
    <message>
        <source>%1 can be fenced in one way only, by %2</source>
        <translation>%1 ne peut être fencé que d’une façon, par %2</translation>
    </message>
    <message>
        <source>a BMC loses its power with its server: then the fence cannot succeed and the guests stay down; a switched power strip as second method would</source>
        <translation>une carte IPMI perd son alimentation avec son serveur&#xa0;: le fencing ne peut alors pas réussir et les VM restent arrêtées&#xa0;; avec un PDU en seconde méthode, il réussirait</translation>
    </message>
    <message>
        <source>fence_manual fences nothing</source>
        <translation>fence_manual ne fence rien</translation>
    </message>
    <message>
        <source>it waits for a person; the agent is gone since cluster 3</source>
        <translation>il attend une personne&#xa0;; l’agent a disparu depuis cluster 3</translation>
    </message>
    <message>
        <source>method “cycle” may report success before the node is off</source>
        <translation>la méthode «&#xa0;cycle&#xa0;» peut annoncer un succès avant que le nœud soit éteint</translation>
    </message>
    <message>
        <source>guests start on the other node while the first still writes; “onoff” looks whether it is off</source>
        <translation>les VM démarrent sur l’autre nœud alors que le premier écrit encore&#xa0;; «&#xa0;onoff&#xa0;» vérifie qu’il est éteint</translation>
    </message>
    <message>
        <source>protect %1 by a delay of 15 s</source>
        <translation>protéger %1 par un délai de 15&#xa0;s</translation>
    </message>
    <message>
        <source>%1 and %2 are fenced without a delay between them</source>
        <translation>%1 et %2 sont fencés sans délai de l’un à l’autre</translation>
    </message>
    <message>
        <source>when only the network between them fails, both may switch each other off in the same second</source>
        <translation>si seul le réseau entre eux tombe, chacun peut éteindre l’autre dans la même seconde (duel de fencing)</translation>
    </message>
    <message>
        <source>the delay protects %1, but the guests run on %2</source>
        <translation>le délai protège %1, mais les VM tournent sur %2</translation>
    </message>
    <message>
        <source>after a cut the node with the guests is the one that is switched off</source>
        <translation>après une coupure, c’est le nœud qui porte les VM qui est éteint</translation>
    </message>
    <message>
        <source>%1 and %2 are fenced by the same BMC %3</source>
        <translation>%1 et %2 sont fencés par la même carte IPMI %3</translation>
    </message>
    <message>
        <source>a BMC switches one server: one of both would be cut in the place of the other</source>
        <translation>une carte IPMI commande un seul serveur&#xa0;: l’un des deux serait éteint à la place de l’autre</translation>
    </message>
    <message>
        <source>no node uses the fence device “%1”</source>
        <translation>aucun nœud n’utilise l’équipement de fencing «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” speaks IPMI 1.5: lanplus is not set</source>
        <translation>«&#xa0;%1&#xa0;» parle IPMI&#xa0;1.5&#xa0;: lanplus n’est pas activé</translation>
    </message>
    <message>
        <source>the password passes the network with hardly any protection, and many BMCs no longer answer</source>
        <translation>le mot de passe passe sur le réseau presque sans protection, et bien des cartes IPMI ne répondent plus ainsi</translation>
    </message>
    <message>
        <source>%1 has two methods called “%2”</source>
        <translation>%1 a deux méthodes nommées «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>fenced finds methods by name: the second would run the devices of the first</source>
        <translation>fenced cherche les méthodes par leur nom&#xa0;: la seconde utiliserait les équipements de la première</translation>
    </message>
    <message>
        <source>fenced ignores all methods behind the %1th</source>
        <translation>fenced ignore toute méthode au-delà de la %1e</translation>
    </message>
    <message>
        <source>fenced ignores all devices of a method behind the %1th</source>
        <translation>fenced ignore tout équipement d’une méthode au-delà du %1e</translation>
    </message>
    <message>
        <source>this method switches on what it never switched off</source>
        <translation>cette méthode rallume ce qu’elle n’a jamais éteint</translation>
    </message>
    <message>
        <source>it succeeds while the node goes on running</source>
        <translation>elle réussit alors que le nœud continue de tourner</translation>
    </message>
    <message>
        <source>both supplies are switched off and on one after the other</source>
        <translation>les deux alimentations sont éteintes et rallumées l’une après l’autre</translation>
    </message>
    <message>
        <source>the server never loses its power: all off first, then all on, in one method</source>
        <translation>le serveur ne perd jamais le courant&#xa0;: d’abord tout éteindre, puis tout rallumer, dans une même méthode</translation>
    </message>
    <message>
        <source>this method only switches on</source>
        <translation>cette méthode ne fait qu’allumer</translation>
    </message>
    <message>
        <source>“%1” has no effect here: the fence device says something else</source>
        <translation>«&#xa0;%1&#xa0;» est sans effet ici&#xa0;: l’équipement de fencing dit autre chose</translation>
    </message>
    <message>
        <source>the agent gets both and keeps the last, which is that of &lt;fencedevice&gt;</source>
        <translation>l’agent reçoit les deux et garde la dernière valeur, celle de &lt;fencedevice&gt;</translation>
    </message>
    <message>
        <source>the arguments of this device are longer than %1</source>
        <translation>les arguments de cet équipement dépassent %1</translation>
    </message>
    <message>
        <source>fenced refuses to run the agent</source>
        <translation>fenced refuse de lancer l’agent</translation>
    </message>
    <message>
        <source>clean_start skips the fencing of nodes that are missing at the start</source>
        <translation>clean_start dispense du fencing des nœuds absents au démarrage</translation>
    </message>
    <message>
        <source>such a node may still run its guests: both copies would write</source>
        <translation>un tel nœud fait peut-être encore tourner ses VM&#xa0;: deux exemplaires écriraient</translation>
    </message>
    <message>
        <source>post_fail_delay makes every failover longer by %1 s</source>
        <translation>post_fail_delay allonge chaque bascule de %1&#xa0;s</translation>
    </message>
    <message>
        <source>after its start a node waits %1 s for its peer before it fences it</source>
        <translation>à son démarrage, un nœud attend l’autre %1&#xa0;s avant de le fencer</translation>
    </message>
    <message>
        <source>the second node was measured to join %1 s after the first</source>
        <translation>mesure faite, le second nœud arrive %1&#xa0;s après le premier</translation>
    </message>
    <message>
        <source>servers rarely boot that evenly: the first up switches the other off</source>
        <translation>des serveurs démarrent rarement aussi ensemble&#xa0;: le premier prêt éteint l’autre</translation>
    </message>
    <message>
        <source>the file has %1, more than the %2 that pmxcfs keeps for sure</source>
        <translation>le fichier fait %1, plus que les %2 que pmxcfs conserve à coup sûr</translation>
    </message>
    <message>
        <source>/etc/pve may cut it or refuse it</source>
        <translation>/etc/pve peut le tronquer ou le refuser</translation>
    </message>
    <message>
        <source>the file is written in ISO 8859-1</source>
        <translation>le fichier est écrit en ISO&#xa0;8859-1</translation>
    </message>
    <message>
        <source>Proxmox VE takes it for UTF-8 and writes it back as such</source>
        <translation>Proxmox VE le prend pour de l’UTF-8 et le réécrit tel quel</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark</source>
        <translation>le fichier commence par une marque d’ordre des octets (BOM)</translation>
    </message>
    <message>
        <source>not every reader of cluster.conf is known to skip it</source>
        <translation>tous les lecteurs de cluster.conf ne savent pas forcément la sauter</translation>
    </message>
    <message>
        <source>lines end in CR LF, as on Windows</source>
        <translation>les lignes finissent par CR LF, comme sous Windows</translation>
    </message>
    <message>
        <source>they are kept as they are; XML readers do not mind</source>
        <translation>elles sont gardées telles quelles&#xa0;; les lecteurs XML s’en accommodent</translation>
    </message>
    <message>
        <source>the file names a document type</source>
        <translation>le fichier nomme un type de document</translation>
    </message>
    <message>
        <source>no reader of cluster.conf needs one; it is never fetched here, but another program may try</source>
        <translation>aucun lecteur de cluster.conf n’en a besoin&#xa0;; il n’est jamais téléchargé ici, mais un autre programme peut essayer</translation>
    </message>
    <message>
        <source>comments are lost when Proxmox VE&apos;s own web interface changes this file</source>
        <translation>les commentaires sont perdus dès que l’interface web de Proxmox VE modifie ce fichier</translation>
    </message>
    <message>
        <source>the value of “%1” holds “&amp;” or “&lt;”</source>
        <translation>la valeur de «&#xa0;%1&#xa0;» contient «&#xa0;&amp;&#xa0;» ou «&#xa0;&lt;&#xa0;»</translation>
    </message>
    <message>
        <source>a change by Proxmox VE&apos;s own web interface writes it back without its escape, and the file is broken</source>
        <translation>l’interface web de Proxmox VE la réécrit sans échappement, et le fichier est cassé</translation>
    </message>
    <message>
        <source>an attribute “%1” is dropped by Proxmox VE&apos;s own web interface</source>
        <translation>un attribut «&#xa0;%1&#xa0;» est supprimé par l’interface web de Proxmox VE</translation>
    </message>
    <message>
        <source>“%1” is readable here</source>
        <translation>«&#xa0;%1&#xa0;» est lisible ici</translation>
    </message>
    <message>
        <source>it is masked in every diff and export; passwd_script would keep it out of the file</source>
        <translation>il est masqué dans chaque comparaison et chaque export&#xa0;; passwd_script l’éviterait dans le fichier</translation>
    </message>
    <message>
        <source>a password would leave the console in clear</source>
        <translation>un mot de passe quitterait la console en clair</translation>
    </message>
    <message>
        <source>transport does not belong to &lt;totem&gt;</source>
        <translation>transport n’a pas sa place dans &lt;totem&gt;</translation>
    </message>
    <message>
        <source>cman does not start with it; it is an attribute of &lt;cman&gt;</source>
        <translation>cman ne démarre pas ainsi&#xa0;; c’est un attribut de &lt;cman&gt;</translation>
    </message>
    <message>
        <source>the token “%1” is not a time in milliseconds</source>
        <translation>le token «&#xa0;%1&#xa0;» n’est pas une durée en millisecondes</translation>
    </message>
    <message>
        <source>corosync has two rings at most</source>
        <translation>corosync a deux anneaux au plus</translation>
    </message>
    <message>
        <source>cman does not start with it</source>
        <translation>cman ne démarre pas ainsi</translation>
    </message>
    <message>
        <source>broadcast and the transport %1 exclude each other</source>
        <translation>broadcast et le transport %1 s’excluent</translation>
    </message>
    <message>
        <source>a ttl is 0 to 255, not %1</source>
        <translation>un ttl va de 0 à 255, pas %1</translation>
    </message>
    <message>
        <source>%1 of %2 carries the cluster&apos;s network in mode %3</source>
        <translation>%1 de %2 porte le réseau du cluster en mode %3</translation>
    </message>
    <message>
        <source>a card that loses packets with its link up then makes the nodes disagree; active-backup does not</source>
        <translation>une carte qui perd des paquets, lien actif, met alors les nœuds en désaccord&#xa0;; pas avec active-backup</translation>
    </message>
    <message>
        <source>another node, in line %2, is called %1 too</source>
        <translation>un autre nœud, ligne %2, s’appelle aussi %1</translation>
    </message>
    <message>
        <source>which of both a daemon takes is chance</source>
        <translation>lequel des deux un démon retient relève du hasard</translation>
    </message>
    <message>
        <source>%1 is this machine itself for every node</source>
        <translation>%1 désigne pour chaque nœud la machine elle-même</translation>
    </message>
    <message>
        <source>cman does not start when the name of its node leads to a loopback address</source>
        <translation>cman ne démarre pas quand le nom de son nœud mène à une adresse de bouclage</translation>
    </message>
    <message>
        <source>%1 and %2 both have nodeid %3</source>
        <translation>%1 et %2 ont tous deux le nodeid %3</translation>
    </message>
    <message>
        <source>the second to join is refused</source>
        <translation>le second à rejoindre est refusé</translation>
    </message>
    <message numerus="yes">
        <source>the node ids leave a gap: the highest is %1 for %n node(s)</source>
        <translation>
            <numerusform>les numéros de nœud laissent un trou&#xa0;: le plus grand est %1 pour %n nœud</numerusform>
            <numerusform>les numéros de nœud laissent un trou&#xa0;: le plus grand est %1 pour %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>that is allowed</source>
        <translation>c’est permis</translation>
    </message>
    <message>
        <source>nodeid %1 has no place on a quorum disk, which ends at %2</source>
        <translation>le nodeid %1 n’a pas de place sur un disque de quorum, qui s’arrête à %2</translation>
    </message>
    <message>
        <source>no node is in the cluster</source>
        <translation>le cluster n’a aucun nœud</translation>
    </message>
    <message>
        <source>no machine finds its own name, so cman starts nowhere</source>
        <translation>aucune machine ne trouve son nom, donc cman ne démarre nulle part</translation>
    </message>
    <message>
        <source>the quorum disk has neither label nor device</source>
        <translation>le disque de quorum n’a ni label ni device</translation>
    </message>
    <message>
        <source>qdiskd does not start</source>
        <translation>qdiskd ne démarre pas</translation>
    </message>
    <message>
        <source>label and device are both given; only the label counts</source>
        <translation>label et device sont donnés tous les deux&#xa0;; seul le label compte</translation>
    </message>
    <message>
        <source>%1 may be another disk after the next start; a label finds it anywhere</source>
        <translation>%1 peut être un autre disque au prochain démarrage&#xa0;; un label le retrouve partout</translation>
    </message>
    <message>
        <source>the quorum disk lies on %1, a replicated device</source>
        <translation>le disque de quorum est sur %1, un périphérique répliqué</translation>
    </message>
    <message>
        <source>after a cut each node votes on its own copy, so both are quorate</source>
        <translation>après une coupure, chaque nœud vote sur sa propre copie, et les deux ont le quorum</translation>
    </message>
    <message>
        <source>status_file is for looking for a mistake</source>
        <translation>status_file sert à chercher une erreur</translation>
    </message>
    <message>
        <source>qdiskd writes it in each interval, and a full or slow disk delays it</source>
        <translation>qdiskd l’écrit à chaque intervalle, et un disque plein ou lent le retarde</translation>
    </message>
    <message>
        <source>reboot is off: a node that loses its score goes on without quorum instead of restarting</source>
        <translation>reboot est désactivé&#xa0;: un nœud qui perd son score continue sans quorum au lieu de redémarrer</translation>
    </message>
    <message>
        <source>allow_kill is off: a node that stops writing to the disk is left alone while totem still hears it</source>
        <translation>allow_kill est désactivé&#xa0;: un nœud qui n’écrit plus sur le disque est laissé tranquille tant que totem l’entend</translation>
    </message>
    <message>
        <source>master_wins and heuristics exclude each other</source>
        <translation>master_wins et les heuristiques s’excluent</translation>
    </message>
    <message>
        <source>master_wins is for two nodes</source>
        <translation>master_wins est fait pour deux nœuds</translation>
    </message>
    <message>
        <source>qdiskd turns it off, so a cut may end in a race</source>
        <translation>qdiskd le désactive, et une coupure peut finir en duel de fencing</translation>
    </message>
    <message>
        <source>no heuristic and no master_wins: after a cut both nodes keep the disk&apos;s vote</source>
        <translation>ni heuristique ni master_wins&#xa0;: après une coupure, les deux nœuds gardent le vote du disque</translation>
    </message>
    <message>
        <source>both stay quorate and fence each other; with master_wins only the master of the disk is</source>
        <translation>les deux gardent le quorum et se fencent&#xa0;; avec master_wins, seul le maître du disque l’a</translation>
    </message>
    <message>
        <source>this ping has no time limit</source>
        <translation>ce ping n’a pas de limite de temps</translation>
    </message>
    <message>
        <source>without -w 1 it waits longer than the interval when nobody answers</source>
        <translation>sans -w&#xa0;1, il attend plus que l’intervalle quand personne ne répond</translation>
    </message>
    <message>
        <source>one lost answer is enough to lose this heuristic</source>
        <translation>une seule réponse perdue fait échouer cette heuristique</translation>
    </message>
    <message>
        <source>this heuristic gives up after %1 s, later than the disk with its %2 s</source>
        <translation>cette heuristique renonce après %1&#xa0;s, plus tard que le disque avec ses %2&#xa0;s</translation>
    </message>
    <message>
        <source>a node would be declared dead before it knows that it should give up</source>
        <translation>un nœud serait déclaré mort avant de savoir qu’il doit renoncer</translation>
    </message>
    <message>
        <source>qdiskd takes %1 heuristics at most</source>
        <translation>qdiskd accepte %1 heuristiques au plus</translation>
    </message>
    <message>
        <source>min_score %1 can never be reached: all heuristics together give %2</source>
        <translation>min_score %1 est hors d’atteinte&#xa0;: toutes les heuristiques ensemble donnent %2</translation>
    </message>
    <message>
        <source>no node would ever have the disk&apos;s vote</source>
        <translation>aucun nœud n’aurait jamais le vote du disque</translation>
    </message>
    <message>
        <source>a quorum disk serves %1 nodes at most</source>
        <translation>un disque de quorum sert %1 nœuds au plus</translation>
    </message>
    <message>
        <source>the quorum disk needs its votes written down, since not every node has 1</source>
        <translation>les votes du disque de quorum doivent être écrits, car tous les nœuds n’en ont pas 1</translation>
    </message>
    <message>
        <source>a label has %1 bytes at most</source>
        <translation>un label a %1 octets au plus</translation>
    </message>
    <message>
        <source>the token of %1 ms is too short for a quorum disk, which asks for %2 ms</source>
        <translation>le token de %1&#xa0;ms est trop court pour un disque de quorum, qui demande %2&#xa0;ms</translation>
    </message>
    <message>
        <source>the token of %1 ms is shorter than the %2 ms that the quorum disk needs: interval %3 s × (tko %4 + master_wait %5 + upgrade_wait %6) and one interval more</source>
        <translation>le token de %1&#xa0;ms est plus court que les %2&#xa0;ms qu’il faut au disque de quorum&#xa0;: interval %3&#xa0;s × (tko %4 + master_wait %5 + upgrade_wait %6), plus un intervalle</translation>
    </message>
    <message>
        <source>qdiskd does not start, or a node is fenced before the disk has decided</source>
        <translation>qdiskd ne démarre pas, ou un nœud est fencé avant que le disque ait tranché</translation>
    </message>
    <message>
        <source>the token of %1 ms is not longer than twice interval × tko, %2 ms</source>
        <translation>le token de %1&#xa0;ms n’est pas plus long que deux fois interval × tko, %2&#xa0;ms</translation>
    </message>
    <message>
        <source>qdiskd accepts it, Red Hat&apos;s rule of thumb does not: it leaves little for a slow disk</source>
        <translation>qdiskd l’accepte, pas la règle empirique de Red Hat&#xa0;: il reste peu de marge pour un disque lent</translation>
    </message>
    <message>
        <source>quorum_dev_poll is %1 ms and the token %2 ms: they should be the same</source>
        <translation>quorum_dev_poll vaut %1&#xa0;ms et le token %2&#xa0;ms&#xa0;: ils devraient être égaux</translation>
    </message>
    <message>
        <source>without it cman takes the token by itself</source>
        <translation>sans lui, cman prend le token de lui-même</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, not “%2”</source>
        <translation>«&#xa0;%1&#xa0;» doit être un nombre entier, pas «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>qdiskd takes its default instead</source>
        <translation>qdiskd prend alors sa valeur par défaut</translation>
    </message>
    <message>
        <source>after %1 missed intervals a node is dead: qdiskd itself warns below 4</source>
        <translation>après %1 intervalles manqués, un nœud est mort&#xa0;: qdiskd lui-même avertit en dessous de 4</translation>
    </message>
    <message>
        <source>a short delay of the disk is enough to lose a node</source>
        <translation>un bref retard du disque suffit à perdre un nœud</translation>
    </message>
    <message>
        <source>there is no &lt;rm&gt;: rgmanager does not start, and no guest is highly available</source>
        <translation>il n’y a pas de &lt;rm&gt;&#xa0;: rgmanager ne démarre pas, et aucune VM n’est en HA</translation>
    </message>
    <message>
        <source>rgmanager is disabled: no service is started or moved</source>
        <translation>rgmanager est désactivé&#xa0;: aucun service n’est démarré ni déplacé</translation>
    </message>
    <message>
        <source>“%1” is not the number of a guest</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le numéro d’une VM</translation>
    </message>
    <message>
        <source>guest %1 is under HA twice, first in line %2</source>
        <translation>la VM %1 est deux fois en HA, d’abord ligne %2</translation>
    </message>
    <message>
        <source>rgmanager drops one of both</source>
        <translation>rgmanager abandonne l’un des deux</translation>
    </message>
    <message>
        <source>remove the second entry of guest %1</source>
        <translation>supprimer la seconde entrée de la VM %1</translation>
    </message>
    <message>
        <source>no failover domain is called “%1”</source>
        <translation>aucun domaine de bascule ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>the service runs on any node, in no order</source>
        <translation>le service tourne sur n’importe quel nœud, sans ordre</translation>
    </message>
    <message>
        <source>the failover domain “%1” names %2, which is no node</source>
        <translation>le domaine de bascule «&#xa0;%1&#xa0;» nomme %2, qui n’est pas un nœud</translation>
    </message>
    <message>
        <source>the priority “%1” counts as 0: 1 to 100 are possible</source>
        <translation>la priorité «&#xa0;%1&#xa0;» compte pour 0&#xa0;: de 1 à 100 sont possibles</translation>
    </message>
    <message>
        <source>the order of the nodes is then another than written</source>
        <translation>l’ordre des nœuds n’est alors pas celui qui est écrit</translation>
    </message>
    <message>
        <source>another failover domain is called “%1” too</source>
        <translation>un autre domaine de bascule s’appelle aussi «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>another service is called %1 too</source>
        <translation>un autre service s’appelle aussi %1</translation>
    </message>
    <message>
        <source>config_version %1 is beyond %2</source>
        <translation>config_version %1 dépasse %2</translation>
    </message>
    <message>
        <source>config_version is “%1”, not a number above 0</source>
        <translation>config_version vaut «&#xa0;%1&#xa0;», pas un nombre supérieur à 0</translation>
    </message>
    <message>
        <source>cman and pmxcfs keep it in 32 bits; what they cannot read counts as 0 and the file is ignored without a word</source>
        <translation>cman et pmxcfs le gardent sur 32 bits&#xa0;; ce qu’ils ne savent pas lire compte pour 0 et le fichier est ignoré sans un mot</translation>
    </message>
    <message>
        <source>config_version “%1” is read as %2</source>
        <translation>config_version «&#xa0;%1&#xa0;» est lu comme %2</translation>
    </message>
    <message>
        <source>config_version %1 must be above %2</source>
        <translation>config_version %1 doit dépasser %2</translation>
    </message>
    <message>
        <source>cman goes on with the old version, though the activation says OK</source>
        <translation>cman garde l’ancienne version, bien que l’activation réponde OK</translation>
    </message>
    <message>
        <source>the cluster&apos;s name “%1” has more than %2 characters</source>
        <translation>le nom du cluster «&#xa0;%1&#xa0;» a plus de %2 caractères</translation>
    </message>
    <message>
        <source>the cluster has no name</source>
        <translation>le cluster n’a pas de nom</translation>
    </message>
    <message>
        <source>the other node has another file</source>
        <translation>l’autre nœud a un autre fichier</translation>
    </message>
    <message>
        <source>each cman reads its own copy, so both would not agree after the next start</source>
        <translation>chaque cman lit sa propre copie&#xa0;: ils ne seraient plus d’accord au prochain démarrage</translation>
    </message>
    <message>
        <source>%1 votes for %2: cman takes 0 to %3</source>
        <translation>%1 votes pour %2&#xa0;: cman accepte de 0 à %3</translation>
    </message>
    <message numerus="yes">
        <source>two_node is for exactly two nodes, not for %n node(s)</source>
        <translation>
            <numerusform>two_node est fait pour exactement deux nœuds, pas pour %n nœud</numerusform>
            <numerusform>two_node est fait pour exactement deux nœuds, pas pour %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>with two_node each node has 1 vote, and %1 has %2</source>
        <translation>avec two_node chaque nœud a 1 vote, et %1 en a %2</translation>
    </message>
    <message>
        <source>two_node and a quorum disk contradict each other</source>
        <translation>two_node et un disque de quorum se contredisent</translation>
    </message>
    <message>
        <source>with two_node one vote is enough, so the disk decides nothing and both halves go on after a cut</source>
        <translation>avec two_node un seul vote suffit&#xa0;: le disque ne décide rien et les deux moitiés continuent après une coupure</translation>
    </message>
    <message>
        <source>with two_node expected_votes must be 1</source>
        <translation>avec two_node, expected_votes doit valoir 1</translation>
    </message>
    <message>
        <source>otherwise the node that is left waits for a quorum it cannot reach</source>
        <translation>sinon le nœud restant attend un quorum hors d’atteinte</translation>
    </message>
    <message>
        <source>expected_votes is %1, but the nodes have %2 votes together</source>
        <translation>expected_votes vaut %1, mais les nœuds ont ensemble %2 votes</translation>
    </message>
    <message>
        <source>a part of the nodes may call itself the whole before the others have joined</source>
        <translation>une partie des nœuds peut se croire entière avant l’arrivée des autres</translation>
    </message>
    <message>
        <source>more votes are asked for than there are</source>
        <translation>il est demandé plus de votes qu’il n’y en a</translation>
    </message>
    <message>
        <source>with this quorum disk expected_votes must be %1: %2 of the nodes and %3 of the disk</source>
        <translation>avec ce disque de quorum, expected_votes doit valoir %1&#xa0;: %2 pour les nœuds et %3 pour le disque</translation>
    </message>
    <message>
        <source>missing, it counts the nodes alone</source>
        <translation>absent, il ne compte que les nœuds</translation>
    </message>
    <message>
        <source>quorum is counted from it</source>
        <translation>le quorum en dépend</translation>
    </message>
    <message>
        <source>the quorum disk of two nodes has 1 vote, not %1</source>
        <translation>le disque de quorum de deux nœuds a 1 vote, pas %1</translation>
    </message>
    <message>
        <source>a node could be quorate without its peer and the disk, or both would not be without the disk</source>
        <translation>un nœud pourrait avoir le quorum sans l’autre ni le disque, ou les deux ne l’auraient plus sans le disque</translation>
    </message>
    <message>
        <source>without a vote it decides nothing</source>
        <translation>sans vote, il ne décide rien</translation>
    </message>
    <message>
        <source>beside a quorum disk each of two nodes has 1 vote, and %1 has %2</source>
        <translation>à côté d’un disque de quorum, chacun des deux nœuds a 1 vote, et %1 en a %2</translation>
    </message>
    <message>
        <source>two nodes without two_node and without a quorum disk: the loss of either stops the other</source>
        <translation>deux nœuds sans two_node ni disque de quorum&#xa0;: la perte de l’un arrête l’autre</translation>
    </message>
    <message>
        <source>rgmanager stops every service it has when the quorum is lost</source>
        <translation>rgmanager arrête tous ses services quand le quorum est perdu</translation>
    </message>
    <message>
        <source>%1 added (%2)</source>
        <translation>%1 ajouté (%2)</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 supprimé</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>%1: %2 set</source>
        <translation>%1&#xa0;: %2 défini</translation>
    </message>
    <message>
        <source>%1: %2 set to %3</source>
        <translation>%1&#xa0;: %2 mis à %3</translation>
    </message>
    <message>
        <source>%1: %2 removed</source>
        <translation>%1&#xa0;: %2 supprimé</translation>
    </message>
    <message>
        <source>%1: %2 removed, it was %3</source>
        <translation>%1&#xa0;: %2 supprimé, valait %3</translation>
    </message>
    <message>
        <source>%1: %2 changed</source>
        <translation>%1&#xa0;: %2 modifié</translation>
    </message>
    <message>
        <source>%1: %2 changed from %3 to %4</source>
        <translation>%1&#xa0;: %2 change de %3 à %4</translation>
    </message>
    <message>
        <source>%1: fencing goes in another order</source>
        <translation>%1&#xa0;: l’ordre du fencing a changé</translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation>prend effet aussitôt</translation>
    </message>
    <message>
        <source>needs a restart of qdiskd on each node</source>
        <translation>demande de redémarrer qdiskd sur chaque nœud</translation>
    </message>
    <message>
        <source>needs a restart of cman on that node</source>
        <translation>demande de redémarrer cman sur ce nœud</translation>
    </message>
    <message>
        <source>needs a restart of cman on all nodes</source>
        <translation>demande de redémarrer cman sur tous les nœuds</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>cluster</translation>
    </message>
    <message>
        <source>quorum disk</source>
        <translation>disque de quorum</translation>
    </message>
    <message>
        <source>fence device %1</source>
        <translation>équipement de fencing %1</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>nœud %1</translation>
    </message>
    <message>
        <source>method %1 of node %2</source>
        <translation>méthode %1 du nœud %2</translation>
    </message>
    <message>
        <source>device %1 in method %2 of node %3</source>
        <translation>équipement %1 dans la méthode %2 du nœud %3</translation>
    </message>
    <message>
        <source>guest %1 under HA</source>
        <translation>VM %1 en HA</translation>
    </message>
    <message>
        <source>failover domain %1</source>
        <translation>domaine de bascule %1</translation>
    </message>
    <message>
        <source>node %1 in failover domain %2</source>
        <translation>nœud %1 du domaine de bascule %2</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>service %1</translation>
    </message>
    <message>
        <source>heuristic “%1”</source>
        <translation>heuristique «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>votes</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>délai</translation>
    </message>
    <message>
        <source>action</source>
        <translation>action</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>automatic start</source>
        <translation>démarrage automatique</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <source>the schema does not allow what stands here</source>
        <translation>le schéma n’admet pas ce qui se trouve ici</translation>
    </message>
    <message>
        <source>the schema cannot be used</source>
        <translation>le schéma est inutilisable</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” is not known inside of “&lt;%2&gt;”</source>
        <translation>«&#xa0;&lt;%1&gt;&#xa0;» est inconnu dans «&#xa0;&lt;%2&gt;&#xa0;»</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” needs the attribute “%2”</source>
        <translation>il manque à «&#xa0;&lt;%1&gt;&#xa0;» l’attribut «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>qdiskd would read it, but the schema of the nodes does not know it and the activation fails</source>
        <translation>qdiskd le lirait, mais le schéma des nœuds l’ignore et l’activation échoue</translation>
    </message>
    <message>
        <source>no fence agent of Proxmox VE 3 takes it; an agent of your own brings its attributes to the schema of the node where it is installed</source>
        <translation>aucun agent de fencing de Proxmox VE&#xa0;3 ne l’accepte&#xa0;; un agent maison apporte ses attributs au schéma du nœud où il est installé</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” has no attribute “%2”</source>
        <translation>«&#xa0;&lt;%1&gt;&#xa0;» n’a pas d’attribut «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” must be a whole number above 0, not “%2”</source>
        <translation>«&#xa0;%1&#xa0;» doit être un nombre entier supérieur à 0, pas «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” must be one of %2, not “%3”</source>
        <translation>«&#xa0;%1&#xa0;» doit être l’un de %2, pas «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a fence device</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas nommer un équipement de fencing</translation>
    </message>
    <message>
        <source>it must begin with a letter and hold letters, digits, “.”, “-” and “_”</source>
        <translation>il doit commencer par une lettre et ne contenir que des lettres, des chiffres, «&#xa0;.&#xa0;», «&#xa0;-&#xa0;» et «&#xa0;_&#xa0;»</translation>
    </message>
    <message>
        <source>another fence device, in line %2, is called “%1” too</source>
        <translation>un autre équipement de fencing, ligne %2, s’appelle aussi «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” may stand here only once</source>
        <translation>«&#xa0;&lt;%1&gt;&#xa0;» ne peut figurer ici qu’une fois</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” needs “&lt;%2&gt;” inside</source>
        <translation>«&#xa0;&lt;%1&gt;&#xa0;» doit contenir «&#xa0;&lt;%2&gt;&#xa0;»</translation>
    </message>
    <message>
        <source>“&lt;%1&gt;” holds no text</source>
        <translation>«&#xa0;&lt;%1&gt;&#xa0;» ne contient pas de texte</translation>
    </message>
    <message>
        <source>this schema has no start</source>
        <translation>ce schéma n’a pas de début</translation>
    </message>
    <message>
        <source>check a cluster.conf off line</source>
        <translation>vérifier un cluster.conf hors ligne</translation>
    </message>
    <message>
        <source>Says what is wrong in a cluster.conf, where and why. RUNNING is the file that runs now: the version must be above its own, and each change is said with when it takes effect. Exit status 1: there is an error.</source>
        <translation>Dit ce qui ne va pas dans un cluster.conf, où et pourquoi. RUNNING est le fichier en service&#xa0;: la version doit dépasser la sienne, et chaque changement est annoncé avec le moment de sa prise d’effet. Code de sortie 1&#xa0;: il y a une erreur.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Les deux disent la même chose.</translation>
    </message>
    <message>
        <source>* %1 (%2)</source>
        <translation>* %1 (%2)</translation>
    </message>
    <message>
        <source>which FILE?</source>
        <translation>quel FILE&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal was damaged and is now %1; a new one was begun. Nothing was sent</source>
        <translation>Le journal était endommagé et se nomme maintenant&#xa0;%1&#xa0;; un nouveau a été commencé. Rien n’a été envoyé</translation>
    </message>
    <message>
        <source>The plan has no step, or one that cannot be verified</source>
        <translation>Le plan n’a aucune étape, ou en a une qui ne peut pas être vérifiée</translation>
    </message>
    <message>
        <source>the section “%1” is never closed</source>
        <translation>la section «&#xa0;%1&#xa0;» n’est jamais fermée</translation>
    </message>
    <message>
        <source>neither a section nor a setting stands here</source>
        <translation>ce n’est ici ni une section ni un réglage</translation>
    </message>
    <message>
        <source>%1 and a quorum device exclude each other</source>
        <translation>%1 et un équipement de quorum s’excluent</translation>
    </message>
    <message>
        <source>corosync turns the device off, and nobody notices before a node is lost</source>
        <translation>corosync désactive l’équipement, et personne ne le voit avant la perte d’un nœud</translation>
    </message>
    <message>
        <source>two_node and the HA of Proxmox VE do not work together</source>
        <translation>two_node et la HA de Proxmox VE ne vont pas ensemble</translation>
    </message>
    <message>
        <source>its nodes fence themselves when they lose the quorum, and with two_node they never do</source>
        <translation>ses nœuds se fencent eux-mêmes en perdant le quorum, ce qui n’arrive jamais avec two_node</translation>
    </message>
    <message>
        <source>wait_for_all is off beside two_node</source>
        <translation>wait_for_all est désactivé à côté de two_node</translation>
    </message>
    <message>
        <source>a node that boots alone fences its peer, which does the same in its turn</source>
        <translation>un nœud qui démarre seul fence l’autre, qui fait de même à son tour</translation>
    </message>
    <message>
        <source>activate this configuration, and see its version on each node</source>
        <translation>activer cette configuration, et voir sa version sur chaque nœud</translation>
    </message>
    <message>
        <source>no node is called %1 here</source>
        <translation>aucun nœud ne s’appelle %1 ici</translation>
    </message>
    <message>
        <source>%1 has a fence method already</source>
        <translation>%1 a déjà une méthode de fencing</translation>
    </message>
    <message>
        <source>ask the BMC %1 of %2 for the power state from the other node, with fence_ipmilan -o status</source>
        <translation>demander depuis l’autre nœud l’état de l’alimentation à la carte IPMI %1 de %2, par fence_ipmilan -o status</translation>
    </message>
    <message>
        <source>set FENCE_JOIN=&quot;yes&quot; in /etc/default/redhat-cluster-pve on each node</source>
        <translation>mettre FENCE_JOIN=&quot;yes&quot; dans /etc/default/redhat-cluster-pve sur chaque nœud</translation>
    </message>
    <message>
        <source>let each node join the fence domain (fence_tool join), and see both in fence_tool ls</source>
        <translation>faire entrer chaque nœud dans le domaine de fencing (fence_tool join), et voir les deux dans fence_tool ls</translation>
    </message>
    <message>
        <source>fence each node once while it holds no guest, and see it come back</source>
        <translation>fencer une fois chaque nœud pendant qu’il ne porte aucune VM, et le voir revenir</translation>
    </message>
    <message>
        <source>this is for a cluster of two nodes</source>
        <translation>c’est pour un cluster de deux nœuds</translation>
    </message>
    <message>
        <source>there is a quorum disk already</source>
        <translation>il y a déjà un disque de quorum</translation>
    </message>
    <message>
        <source>%1 cannot be fenced yet: add its fencing first</source>
        <translation>%1 ne peut pas encore être fencé&#xa0;: ajouter d’abord son fencing</translation>
    </message>
    <message>
        <source>see the label %1 on both nodes, with mkqdisk -L</source>
        <translation>voir le label %1 sur les deux nœuds, par mkqdisk -L</translation>
    </message>
    <message>
        <source>disable the guests under HA (clusvcadm -d): they stop</source>
        <translation>désactiver les VM en HA (clusvcadm -d)&#xa0;: elles s’arrêtent</translation>
    </message>
    <message>
        <source>see qdiskd run and “Quorum device votes: 1” in cman_tool status on both nodes before anything is restarted</source>
        <translation>voir qdiskd tourner et, dans cman_tool status, «&#xa0;Quorum device votes&#xa0;» à 1 sur les deux nœuds avant tout redémarrage</translation>
    </message>
    <message>
        <source>on %1 stop rgmanager and cman, start both again (never cman reload), and see 3 votes of 3 on both nodes before the next</source>
        <translation>sur %1, arrêter rgmanager et cman, les relancer (jamais cman reload), et voir 3 votes sur 3 sur les deux nœuds avant de continuer</translation>
    </message>
    <message>
        <source>see the quorum disk in clustat, then enable the guests again (clusvcadm -e)</source>
        <translation>voir le disque de quorum dans clustat, puis réactiver les VM (clusvcadm -e)</translation>
    </message>
    <message>
        <source>the quorum disk needs its label</source>
        <translation>il faut le label du disque de quorum</translation>
    </message>
    <message>
        <source>guest %1 is under HA already</source>
        <translation>la VM %1 est déjà en HA</translation>
    </message>
    <message>
        <source>see that the disks of guest %1 are on storage of both nodes, and no ISO is attached</source>
        <translation>vérifier que les disques de la VM %1 sont sur un stockage des deux nœuds, et qu’aucune ISO n’est attachée</translation>
    </message>
    <message>
        <source>see pvevm:%1 started in clustat, with rgmanager on both nodes</source>
        <translation>voir pvevm:%1 started dans clustat, avec rgmanager sur les deux nœuds</translation>
    </message>
    <message>
        <source>guest %1 is not under HA</source>
        <translation>la VM %1 n’est pas en HA</translation>
    </message>
    <message>
        <source>see whether guest %1 still runs, and start it if not: rgmanager may stop what it lets go</source>
        <translation>voir si la VM %1 tourne encore, sinon la démarrer&#xa0;: rgmanager peut arrêter ce qu’il abandonne</translation>
    </message>
    <message>
        <source>change it when the guests move: the delay protects %1, wherever they run</source>
        <translation>le changer quand les VM se déplacent&#xa0;: le délai protège %1, où qu’elles tournent</translation>
    </message>
    <message>
        <source>ask each power strip for the state of each outlet from both nodes, and see that they are those of the right server</source>
        <translation>demander à chaque PDU, depuis les deux nœuds, l’état de chaque prise, et vérifier que ce sont celles du bon serveur</translation>
    </message>
    <message>
        <source>fence each node once by the second method while it holds no guest: pull the network of its BMC first</source>
        <translation>fencer une fois chaque nœud par la seconde méthode pendant qu’il ne porte aucune VM&#xa0;: débrancher d’abord le réseau de sa carte IPMI</translation>
    </message>
    <message>
        <source>The journal was damaged while this action ran</source>
        <translation>Le journal a été endommagé pendant cette action</translation>
    </message>
    <message>
        <source>needs a start of rgmanager on each node</source>
        <translation>demande de démarrer rgmanager sur chaque nœud</translation>
    </message>
    <message>
        <source>%1 runs DRBD 9, for which this program has no actions</source>
        <translation>%1 utilise DRBD 9, pour lequel ce programme n’a pas d’actions</translation>
    </message>
    <message>
        <source>not known: drbdadm on %1 has not told the names of its devices yet</source>
        <translation>inconnu&#xa0;: drbdadm n’a pas encore donné les noms de ses périphériques sur %1</translation>
    </message>
    <message>
        <source>%1 has no resource %2</source>
        <translation>%1 n’a pas de ressource %2</translation>
    </message>
    <message>
        <source>not known: the release of DRBD on %1, and so the words of its commands</source>
        <translation>inconnu&#xa0;: la version de DRBD sur %1, donc les mots de ses commandes</translation>
    </message>
    <message>
        <source>not known: the state of %1 on %2</source>
        <translation>inconnu&#xa0;: l’état de %1 sur %2</translation>
    </message>
    <message>
        <source>%1 is no machine of this cluster</source>
        <translation>%1 n’est pas une machine de ce cluster</translation>
    </message>
    <message>
        <source>not known: %1 does not answer</source>
        <translation>inconnu&#xa0;: %1 ne répond pas</translation>
    </message>
    <message>
        <source>not known: the state of DRBD on %1</source>
        <translation>inconnu&#xa0;: l’état de DRBD sur %1</translation>
    </message>
    <message>
        <source>Connect %1 on %2</source>
        <translation>Connecter %1 sur %2</translation>
    </message>
    <message>
        <source>Disconnect %1 on %2</source>
        <translation>Déconnecter %1 sur %2</translation>
    </message>
    <message>
        <source>Pause the resync of %1 on %2</source>
        <translation>Suspendre la resynchronisation de %1 sur %2</translation>
    </message>
    <message>
        <source>Resume the resync of %1 on %2</source>
        <translation>Reprendre la resynchronisation de %1 sur %2</translation>
    </message>
    <message>
        <source>Verify %1, started on %2</source>
        <translation>Vérifier %1 en ligne, depuis %2</translation>
    </message>
    <message>
        <source>Repair the differing blocks of %1 on %2</source>
        <translation>Réparer les blocs différents de %1 sur %2</translation>
    </message>
    <message>
        <source>Throw away the copy of %1 on %2</source>
        <translation>Jeter la copie de %1 sur %2</translation>
    </message>
    <message>
        <source>Make %1 Primary on %2</source>
        <translation>Passer %1 Primary sur %2</translation>
    </message>
    <message>
        <source>Make %1 Secondary on %2</source>
        <translation>Passer %1 Secondary sur %2</translation>
    </message>
    <message>
        <source>Attach the disk of %1 on %2</source>
        <translation>Attacher le disque de %1 sur %2</translation>
    </message>
    <message>
        <source>Detach the disk of %1 on %2</source>
        <translation>Détacher le disque de %1 sur %2</translation>
    </message>
    <message>
        <source>Adjust %1 on %2 to its files</source>
        <translation>Appliquer à %1 ses fichiers sur %2</translation>
    </message>
    <message>
        <source>Set the resync rate of %1</source>
        <translation>Régler le débit de resynchronisation de %1</translation>
    </message>
    <message>
        <source>This is no action of DRBD</source>
        <translation>Ce n’est pas une action de DRBD</translation>
    </message>
    <message>
        <source>not known: whether %1 is Primary on %2, too. While both sides are Primary this would make a split brain</source>
        <translation>inconnu&#xa0;: %1 est-elle Primary sur %2 aussi&#xa0;? Tant que les deux côtés sont Primary, cela ferait un split-brain</translation>
    </message>
    <message>
        <source>Both sides of %1 are Primary: this would make a split brain, even if nothing is written. First move the guests of one side away, deactivate its volumes (vgchange -an) and make that side Secondary</source>
        <translation>Les deux côtés de %1 sont Primary&#xa0;: cela ferait un split-brain, même si rien n’est écrit. D’abord déplacer les VM d’un côté, désactiver ses volumes (vgchange -an) et passer ce côté Secondary</translation>
    </message>
    <message>
        <source>%1 is not connected to an UpToDate copy on %2: without this disk nothing can be read any more</source>
        <translation>%1 n’est pas connectée à une copie UpToDate sur %2&#xa0;: sans ce disque, plus rien ne peut être lu</translation>
    </message>
    <message>
        <source>Look what would change on %1</source>
        <translation>Regarder ce qui changerait sur %1</translation>
    </message>
    <message>
        <source>The files changed the connection or the disk: adjusting would disconnect while both sides are Primary, a split brain</source>
        <translation>Les fichiers changent la connexion ou le disque&#xa0;: les appliquer déconnecterait alors que les deux côtés sont Primary, donc un split-brain</translation>
    </message>
    <message>
        <source>Nothing to do: %1 on %2 is %3</source>
        <translation>Rien à faire&#xa0;: %1 sur %2 est %3</translation>
    </message>
    <message>
        <source>What changed meanwhile is copied from the other side</source>
        <translation>Ce qui a changé entre-temps est copié depuis l’autre côté</translation>
    </message>
    <message>
        <source>Attach the disk on %1</source>
        <translation>Attacher le disque sur %1</translation>
    </message>
    <message>
        <source>attached to its disk</source>
        <translation>attachée à son disque</translation>
    </message>
    <message>
        <source>%1 then works over the network on the only copy: if %2 or the replication link fails, its guests stop</source>
        <translation>%1 travaille alors par le réseau sur la seule copie&#xa0;: si %2 ou le lien de réplication tombe, ses VM s’arrêtent</translation>
    </message>
    <message>
        <source>Detach the disk on %1</source>
        <translation>Détacher le disque sur %1</translation>
    </message>
    <message>
        <source>not known: the configuration of %1 on %2</source>
        <translation>inconnu&#xa0;: la configuration de %1 sur %2</translation>
    </message>
    <message>
        <source>What its files say takes effect on this node: a changed connection is taken down and made again</source>
        <translation>Ce que disent ses fichiers prend effet sur ce nœud&#xa0;: une connexion modifiée est défaite puis refaite</translation>
    </message>
    <message>
        <source>Both sides may be Primary: it is only done if it does not take the connection down</source>
        <translation>Les deux côtés peuvent être Primary&#xa0;: ce n’est fait que si la connexion n’est pas défaite</translation>
    </message>
    <message>
        <source>Adjust on %1</source>
        <translation>Appliquer sur %1</translation>
    </message>
    <message>
        <source>The copies of %1 have gone their own ways (%2): repair the split brain, which chooses the side to keep</source>
        <translation>Les copies de %1 ont divergé (%2)&#xa0;: réparer le split-brain, ce qui choisit le côté à conserver</translation>
    </message>
    <message>
        <source>DRBD would refuse again: %1</source>
        <translation>DRBD refuserait encore&#xa0;: %1</translation>
    </message>
    <message>
        <source>Why the sides parted is not known: after a split brain DRBD drops the connection again, or follows after-sb-0pri to after-sb-2pri of its configuration</source>
        <translation>On ne sait pas pourquoi les côtés se sont séparés&#xa0;: après un split-brain, DRBD coupe de nouveau la connexion, ou suit after-sb-0pri à after-sb-2pri de sa configuration</translation>
    </message>
    <message>
        <source>Both sides may be Primary while they are apart: what each wrote alone is a split brain, and DRBD drops the connection again</source>
        <translation>Les deux côtés peuvent être Primary alors qu’ils sont séparés&#xa0;: ce que chacun a écrit seul est un split-brain, et DRBD coupe de nouveau la connexion</translation>
    </message>
    <message>
        <source>not known: which guests lie on %1. From now on only one copy is current; a guest restarted on the other node would start on old data</source>
        <translation>inconnu&#xa0;: quelles VM sont sur %1. Désormais une seule copie est à jour&#xa0;; une VM redémarrée sur l’autre nœud partirait de données anciennes</translation>
    </message>
    <message>
        <source>From now on only one copy is current. If its node fails, rgmanager would restart guest %1 on the old one without a word: disable it first (clusvcadm -d)</source>
        <translation>Désormais une seule copie est à jour. Si son nœud tombe, rgmanager redémarrerait sans un mot la VM %1 sur l’ancienne&#xa0;: la désactiver d’abord (clusvcadm -d)</translation>
    </message>
    <message>
        <source>Connect on %1</source>
        <translation>Connecter sur %1</translation>
    </message>
    <message>
        <source>The resync stops in the middle: the copy that is being written stays Inconsistent, and useless</source>
        <translation>La resynchronisation s’arrête au milieu&#xa0;: la copie en cours d’écriture reste Inconsistent, donc inutilisable</translation>
    </message>
    <message>
        <source>Disconnect on %1</source>
        <translation>Déconnecter sur %1</translation>
    </message>
    <message>
        <source>%1 shows another resync rate</source>
        <translation>%1 montre un autre débit de resynchronisation</translation>
    </message>
    <message>
        <source>Return to the configured rate on %1</source>
        <translation>Revenir au débit configuré sur %1</translation>
    </message>
    <message>
        <source>Set the rate on %1</source>
        <translation>Régler le débit sur %1</translation>
    </message>
    <message>
        <source>No resync runs: the rate holds for the next one, until somebody adjusts</source>
        <translation>Aucune resynchronisation en cours&#xa0;: le débit vaut pour la prochaine, jusqu’à un «&#xa0;adjust&#xa0;»</translation>
    </message>
    <message>
        <source>At %1 the remaining %2 take %3, instead of %4 now</source>
        <translation>À %1, les %2 restants prennent %3, au lieu de %4 maintenant</translation>
    </message>
    <message>
        <source>At %1 the remaining %2 take %3</source>
        <translation>À %1, les %2 restants prennent %3</translation>
    </message>
    <message>
        <source>No more than %1 has been seen yet: the network or a disk may not allow it</source>
        <translation>On n’a pas encore vu plus de %1&#xa0;: le réseau ou un disque ne le permet peut-être pas</translation>
    </message>
    <message>
        <source>A rate between %1 and %2</source>
        <translation>Un débit entre %1 et %2</translation>
    </message>
    <message>
        <source>%1 does not answer: it keeps its rate, and the side that receives sets the pace</source>
        <translation>%1 ne répond pas&#xa0;: il garde son débit, et c’est le côté qui reçoit qui donne le rythme</translation>
    </message>
    <message>
        <source>%1 is Primary on %2, and allow-two-primaries is not configured</source>
        <translation>%1 est Primary sur %2, et allow-two-primaries n’est pas configuré</translation>
    </message>
    <message>
        <source>Two Primaries need protocol C</source>
        <translation>Le double primaire demande le protocole C</translation>
    </message>
    <message>
        <source>Two Primaries need two UpToDate copies: wait for the end of the resync</source>
        <translation>Le double primaire demande deux copies UpToDate&#xa0;: attendre la fin de la resynchronisation</translation>
    </message>
    <message>
        <source>not known: whether %1 is Primary on %2. Not connected, both would write, each alone</source>
        <translation>inconnu&#xa0;: %1 est-elle Primary sur %2&#xa0;? Sans connexion, chacun écrirait de son côté</translation>
    </message>
    <message>
        <source>%1 is Primary on %2 and not connected: this would make a split brain. Connect first</source>
        <translation>%1 est Primary sur %2 et n’est pas connectée&#xa0;: cela ferait un split-brain. Connecter d’abord</translation>
    </message>
    <message>
        <source>The copy of %1 is the newer one: connect first, or what is written here diverges</source>
        <translation>La copie de %1 est la plus récente&#xa0;: connecter d’abord, sinon ce qui est écrit ici diverge</translation>
    </message>
    <message>
        <source>The sides are not connected: what is written here is on one copy only, and diverges if %1 becomes Primary, too</source>
        <translation>Les côtés ne sont pas connectés&#xa0;: ce qui est écrit ici n’est que sur une copie, et diverge si %1 passe Primary aussi</translation>
    </message>
    <message>
        <source>No UpToDate copy: the one of %1 is %2</source>
        <translation>Pas de copie UpToDate&#xa0;: celle de %1 est %2</translation>
    </message>
    <message>
        <source>not known: which guests on %1 have their disks on %2</source>
        <translation>inconnu&#xa0;: quelles VM de %1 ont leurs disques sur %2</translation>
    </message>
    <message>
        <source>Guest %1 runs on %2 and writes to it: move it away or stop it first</source>
        <translation>La VM %1 tourne sur %2 et y écrit&#xa0;: la déplacer ou l’arrêter d’abord</translation>
    </message>
    <message>
        <source>not known: whether volumes on %1 are active. DRBD refuses while the device is held open, and nothing is lost then</source>
        <translation>inconnu&#xa0;: des volumes de %1 sont-ils actifs&#xa0;? DRBD refuse tant que le périphérique est ouvert, et rien n’est alors perdu</translation>
    </message>
    <message>
        <source>Held open by the active volumes %1. Deactivate them: vgchange -an %2</source>
        <translation>Tenue ouverte par les volumes actifs %1. Les désactiver&#xa0;: vgchange -an %2</translation>
    </message>
    <message>
        <source>%1 is Primary on %2: it is in use, or may be at any moment. Make it Secondary first</source>
        <translation>%1 est Primary sur %2&#xa0;: elle sert, ou peut servir à tout moment. La passer Secondary d’abord</translation>
    </message>
    <message>
        <source>Only while %1 is Connected and nothing else runs on it; it is %2</source>
        <translation>Seulement quand %1 est Connected et que rien d’autre n’y tourne&#xa0;; elle est %2</translation>
    </message>
    <message>
        <source>The copy of %1 is not known to be UpToDate: this may be the only good one</source>
        <translation>La copie de %1 n’est pas connue comme UpToDate&#xa0;: celle-ci est peut-être la seule bonne</translation>
    </message>
    <message>
        <source>All of the copy of %1 (%2) is thrown away and copied again from %3; until then there is one good copy only</source>
        <translation>Toute la copie de %1 (%2) est jetée et recopiée depuis %3&#xa0;; d’ici là il n’y a qu’une bonne copie</translation>
    </message>
    <message>
        <source>All of the copy of %1 is thrown away and copied again from %2; until then there is one good copy only</source>
        <translation>Toute la copie de %1 est jetée et recopiée depuis %2&#xa0;; d’ici là il n’y a qu’une bonne copie</translation>
    </message>
    <message>
        <source>Throw the copy of %1 away</source>
        <translation>Jeter la copie de %1</translation>
    </message>
    <message>
        <source>not known: the role of %1 on %2</source>
        <translation>inconnu&#xa0;: le rôle de %1 sur %2</translation>
    </message>
    <message>
        <source>Make it Primary on %1</source>
        <translation>Passer Primary sur %1</translation>
    </message>
    <message>
        <source>Make it Secondary on %1</source>
        <translation>Passer Secondary sur %1</translation>
    </message>
    <message>
        <source>Follow the copying until both are the same</source>
        <translation>Suivre la copie jusqu’à ce que les deux soient identiques</translation>
    </message>
    <message>
        <source>paused (flag u)</source>
        <translation>suspendue (drapeau u)</translation>
    </message>
    <message>
        <source>not paused (no flag u)</source>
        <translation>non suspendue (sans drapeau u)</translation>
    </message>
    <message>
        <source>not known: whether %1 is paused on %2</source>
        <translation>inconnu&#xa0;: %1 est-elle suspendue sur %2&#xa0;?</translation>
    </message>
    <message>
        <source>The copy of %1 is %2, not UpToDate</source>
        <translation>La copie de %1 est %2, pas UpToDate</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>No verify-alg is configured for %1: set one (sha1, md5) in its file, then adjust</source>
        <translation>Aucun verify-alg n’est configuré pour %1&#xa0;: en mettre un (sha1, md5) dans son fichier, puis l’appliquer (adjust)</translation>
    </message>
    <message>
        <source>The last verification ended %1: %2</source>
        <translation>La dernière vérification s’est terminée %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The verification ended, but the kernel log does not tell what it found</source>
        <translation>La vérification est terminée, mais le journal du noyau ne dit pas ce qu’elle a trouvé</translation>
    </message>
    <message>
        <source>The verification of %1 was interrupted: %2</source>
        <translation>La vérification de %1 a été interrompue&#xa0;: %2</translation>
    </message>
    <message>
        <source>The verification is not finished</source>
        <translation>La vérification n’est pas terminée</translation>
    </message>
    <message>
        <source>Follow it and read what it found</source>
        <translation>La suivre et lire ce qu’elle a trouvé</translation>
    </message>
    <message>
        <source>%1 is Primary on %2, whose blocks would be overwritten: make it Secondary, or repair the other side</source>
        <translation>%1 est Primary sur %2, dont les blocs seraient écrasés&#xa0;: la passer Secondary, ou réparer l’autre côté</translation>
    </message>
    <message>
        <source>%1 is not Primary on %2: without a Primary DRBD copies nothing when it connects again</source>
        <translation>%1 n’est pas Primary sur %2&#xa0;: sans Primary, DRBD ne copie rien quand il se reconnecte</translation>
    </message>
    <message>
        <source>not known: how much of %1 differs</source>
        <translation>inconnu&#xa0;: combien de %1 diffère</translation>
    </message>
    <message>
        <source>No block of %1 is marked as different: verify it first</source>
        <translation>Aucun bloc de %1 n’est marqué différent&#xa0;: la vérifier d’abord</translation>
    </message>
    <message>
        <source>%1 on %2 are overwritten with what %3 has</source>
        <translation>%1 sur %2 sont écrasés par ce que %3 contient</translation>
    </message>
    <message>
        <source>Connect again: %1&apos;s differing blocks are overwritten</source>
        <translation>Reconnecter&#xa0;: les blocs différents de %1 sont écrasés</translation>
    </message>
    <message>
        <source>Nothing to do: %1 is paused on %2 already</source>
        <translation>Rien à faire&#xa0;: %1 est déjà suspendue sur %2</translation>
    </message>
    <message>
        <source>Until it is resumed only one copy is good: if its node fails, the other cannot take over</source>
        <translation>Jusqu’à la reprise une seule copie est bonne&#xa0;: si son nœud tombe, l’autre ne peut pas prendre le relais</translation>
    </message>
    <message>
        <source>No resync runs: the next one will wait</source>
        <translation>Aucune resynchronisation en cours&#xa0;: la prochaine attendra</translation>
    </message>
    <message>
        <source>Pause on %1</source>
        <translation>Suspendre sur %1</translation>
    </message>
    <message>
        <source>Nothing to do: nobody paused %1 on %2</source>
        <translation>Rien à faire&#xa0;: personne n’a suspendu %1 sur %2</translation>
    </message>
    <message>
        <source>It stays paused by %1 until it is resumed there, too</source>
        <translation>Elle reste suspendue par %1 jusqu’à ce qu’on la reprenne là aussi</translation>
    </message>
    <message>
        <source>It goes on waiting for another resource (resync-after)</source>
        <translation>Elle continue d’attendre une autre ressource (resync-after)</translation>
    </message>
    <message>
        <source>Resume on %1</source>
        <translation>Reprendre sur %1</translation>
    </message>
    <message>
        <source>It only reports and repairs nothing, and it reads both disks whole: guests are slower meanwhile</source>
        <translation>Elle constate et ne répare rien, et lit les deux disques en entier&#xa0;: les VM sont plus lentes pendant ce temps</translation>
    </message>
    <message>
        <source>Start the verification on %1</source>
        <translation>Lancer la vérification sur %1</translation>
    </message>
    <message>
        <source>The device is held open on %1: by a guest, an active volume or an LVM command</source>
        <translation>Le périphérique est tenu ouvert sur %1&#xa0;: par une VM, un volume actif ou une commande LVM</translation>
    </message>
    <message>
        <source>A node does not answer; the copying goes on without being seen</source>
        <translation>Un nœud ne répond pas&#xa0;; la copie continue sans être vue</translation>
    </message>
    <message>
        <source>%1 dropped the connection of %2 again: a new split brain, or somebody disconnected it</source>
        <translation>%1 a de nouveau coupé la connexion de %2&#xa0;: un nouveau split-brain, ou quelqu’un l’a déconnectée</translation>
    </message>
    <message>
        <source>%1 of %2, %3, %4 remaining</source>
        <translation>%1 sur %2, %3, encore %4</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 sur %2, %3</translation>
    </message>
    <message>
        <source>%1 on %2 is %3, %4, %5; wanted: %6</source>
        <translation>%1 sur %2 est %3, %4, %5&#xa0;; attendu&#xa0;: %6</translation>
    </message>
    <message>
        <source>not known: how much was written on %1 alone</source>
        <translation>inconnu&#xa0;: combien a été écrit sur %1 seul</translation>
    </message>
    <message>
        <source>nothing: %1 wrote nothing alone</source>
        <translation>rien&#xa0;: %1 n’a rien écrit seul</translation>
    </message>
    <message>
        <source>%1 that were written on %2 alone</source>
        <translation>%1 écrits sur %2 seul</translation>
    </message>
    <message>
        <source>not known: %1 still says %2</source>
        <translation>inconnu&#xa0;: %1 dit encore %2</translation>
    </message>
    <message>
        <source>this is not known to be a split brain: %1</source>
        <translation>rien ne prouve que ce soit un split-brain&#xa0;: %1</translation>
    </message>
    <message>
        <source>not known: the two sides of the resource</source>
        <translation>inconnu&#xa0;: les deux côtés de la ressource</translation>
    </message>
    <message>
        <source>the copy of %1 is %2, only the other is good</source>
        <translation>la copie de %1 est %2, seule l’autre est bonne</translation>
    </message>
    <message>
        <source>neither copy is UpToDate</source>
        <translation>aucune copie n’est UpToDate</translation>
    </message>
    <message>
        <source>neither side wrote anything alone: nothing is lost</source>
        <translation>aucun côté n’a rien écrit seul&#xa0;: rien n’est perdu</translation>
    </message>
    <message>
        <source>%1 wrote nothing alone: nothing is lost</source>
        <translation>%1 n’a rien écrit seul&#xa0;: rien n’est perdu</translation>
    </message>
    <message>
        <source>guests of both sides wrote. Lost with %1: %2. Lost with %3: %4</source>
        <translation>des VM des deux côtés ont écrit. Perdu avec %1&#xa0;: %2. Perdu avec %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>both sides changed, and no guest runs on either: who wrote is not known</source>
        <translation>les deux côtés ont changé, et aucune VM ne tourne ni d’un côté ni de l’autre&#xa0;: on ne sait pas qui a écrit</translation>
    </message>
    <message>
        <source>the guests of %1 run on %2 alone; what %3 wrote is of no guest that runs there now</source>
        <translation>les VM de %1 tournent sur %2 seul&#xa0;; ce que %3 a écrit n’est d’aucune VM qui y tourne maintenant</translation>
    </message>
    <message>
        <source>This cannot be undone: once %1 is connected, its own writes are overwritten with what %2 has</source>
        <translation>Irréversible&#xa0;: dès que %1 est connecté, ses propres écritures sont écrasées par ce que %2 contient</translation>
    </message>
    <message>
        <source>not known to be a split brain: %1</source>
        <translation>rien ne prouve un split-brain&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is no split brain: %1</source>
        <translation>Ce n’est pas un split-brain&#xa0;: %1</translation>
    </message>
    <message>
        <source>The copy of %1 is %2: it cannot be the one that is kept</source>
        <translation>La copie de %1 est %2&#xa0;: elle ne peut pas être la copie conservée</translation>
    </message>
    <message>
        <source>%1 has no disk to copy to (%2)</source>
        <translation>%1 n’a pas de disque où copier (%2)</translation>
    </message>
    <message>
        <source>Guest %1 stops on %2, and starts again at the end with what %3 has</source>
        <translation>La VM %1 s’arrête sur %2, et redémarre à la fin avec ce que %3 contient</translation>
    </message>
    <message>
        <source>Guest %1 cannot be disabled: no rgmanager with quorum answers</source>
        <translation>La VM %1 ne peut pas être désactivée&#xa0;: aucun rgmanager avec quorum ne répond</translation>
    </message>
    <message>
        <source>Guest %1 is frozen: unfreeze it first (clusvcadm -U)</source>
        <translation>La VM %1 est gelée&#xa0;: la dégeler d’abord (clusvcadm -U)</translation>
    </message>
    <message>
        <source>not known: which volume groups lie on %1</source>
        <translation>inconnu&#xa0;: quels groupes de volumes sont sur %1</translation>
    </message>
    <message>
        <source>not known: the volumes of %1 on %2</source>
        <translation>inconnu&#xa0;: les volumes de %1 sur %2</translation>
    </message>
    <message>
        <source>The volumes of %1 cannot be compared: LVM cannot read it on %2</source>
        <translation>Les volumes de %1 ne peuvent pas être comparés&#xa0;: LVM ne peut pas la lire sur %2</translation>
    </message>
    <message>
        <source>The volume group %1 was changed since: its number is %2 on %3, %4 on %5</source>
        <translation>Le groupe de volumes %1 a changé depuis&#xa0;: son numéro est %2 sur %3, %4 sur %5</translation>
    </message>
    <message>
        <source>The volume %1 is on %2 only and would be gone: save it</source>
        <translation>Le volume %1 n’est que sur %2 et disparaîtrait&#xa0;: le sauver</translation>
    </message>
    <message>
        <source>Guests wrote to %1 on %2: choose a folder there, on a disk of its own with %3 free, to which these volumes are copied before</source>
        <translation>Des VM ont écrit dans %1 sur %2&#xa0;: y choisir un dossier, sur un autre disque avec %3 libres, où ces volumes sont copiés avant</translation>
    </message>
    <message>
        <source>“%1” is no absolute folder</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un dossier absolu</translation>
    </message>
    <message>
        <source>%1 (%2) are copied to %3 on %4 before</source>
        <translation>%1 (%2) sont copiés avant dans %3 sur %4</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Perdu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Lost: up to %1 that were written on %2 alone</source>
        <translation>Perdu&#xa0;: jusqu’à %1 écrits sur %2 seul</translation>
    </message>
    <message>
        <source>Neither side is recommended: both hold writes that the other has not</source>
        <translation>Aucun côté n’est recommandé&#xa0;: chacun a des écritures que l’autre n’a pas</translation>
    </message>
    <message>
        <source>The other side would be recommended: %1</source>
        <translation>L’autre côté serait recommandé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Recommended: %1</source>
        <translation>Recommandé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Repair the split brain of %1: throw away what %2 has</source>
        <translation>Réparer le split-brain de %1&#xa0;: sacrifier la copie de %2</translation>
    </message>
    <message>
        <source>%1 is not apart: nothing to repair</source>
        <translation>%1 n’est pas séparée&#xa0;: rien à réparer</translation>
    </message>
    <message>
        <source>A guest with its disk on %1 runs on %2, or it is not known: nothing was thrown away</source>
        <translation>Une VM qui a son disque sur %1 tourne sur %2, ou on ne le sait pas&#xa0;: rien n’a été jeté</translation>
    </message>
    <message>
        <source>Read the roles of both sides again</source>
        <translation>Relire les rôles des deux côtés</translation>
    </message>
    <message>
        <source>Connect and throw away what %1 wrote alone</source>
        <translation>Connecter et jeter ce que %1 a écrit seul</translation>
    </message>
    <message>
        <source>Follow the resync until both are UpToDate</source>
        <translation>Suivre la resynchronisation jusqu’à UpToDate des deux côtés</translation>
    </message>
    <message>
        <source>not known: which guests run on %1</source>
        <translation>inconnu&#xa0;: quelles VM tournent sur %1</translation>
    </message>
    <message>
        <source>Guest %1 does not run on %2 yet</source>
        <translation>La VM %1 ne tourne pas encore sur %2</translation>
    </message>
    <message>
        <source>Guest %1 is not stopped yet on %2</source>
        <translation>La VM %1 n’est pas encore arrêtée sur %2</translation>
    </message>
    <message>
        <source>%1 is still active on %2</source>
        <translation>%1 est encore actif sur %2</translation>
    </message>
    <message>
        <source>%1 on %2 has another size than the volume</source>
        <translation>%1 sur %2 n’a pas la taille du volume</translation>
    </message>
    <message>
        <source>Disable guest %1 (HA)</source>
        <translation>Désactiver la VM %1 (HA)</translation>
    </message>
    <message>
        <source>Shut guest %1 down</source>
        <translation>Arrêter proprement la VM %1</translation>
    </message>
    <message>
        <source>Enable guest %1 again (HA)</source>
        <translation>Réactiver la VM %1 (HA)</translation>
    </message>
    <message>
        <source>Start guest %1 again</source>
        <translation>Redémarrer la VM %1</translation>
    </message>
    <message>
        <source>Compare the volumes of both sides</source>
        <translation>Comparer les volumes des deux côtés</translation>
    </message>
    <message>
        <source>Look for room in %1 on %2</source>
        <translation>Vérifier la place dans %1 sur %2</translation>
    </message>
    <message>
        <source>Not enough room there: %1 are needed, %2 are free</source>
        <translation>Pas assez de place&#xa0;: il faut %1, %2 sont libres</translation>
    </message>
    <message>
        <source>Activate %1 to read it</source>
        <translation>Activer %1 pour le lire</translation>
    </message>
    <message>
        <source>Copy %1 (%2) to %3</source>
        <translation>Copier %1 (%2) dans %3</translation>
    </message>
    <message>
        <source>Deactivate the volumes of %1 on %2</source>
        <translation>Désactiver les volumes de %1 sur %2</translation>
    </message>
    <message>
        <source>Let LVM of %1 look at its devices again</source>
        <translation>Faire relire ses périphériques à LVM sur %1</translation>
    </message>
    <message>
        <source>See the same volume groups on both sides</source>
        <translation>Constater les mêmes groupes de volumes des deux côtés</translation>
    </message>
    <message>
        <source>The volume groups on %1 and %2 are not the same</source>
        <translation>Les groupes de volumes de %1 et de %2 ne sont pas les mêmes</translation>
    </message>
    <message>
        <source>no block differs</source>
        <translation>aucun bloc ne diffère</translation>
    </message>
    <message numerus="yes">
        <source>%1 differ between the copies, in %n place(s)</source>
        <translation>
            <numerusform>%1 diffèrent entre les copies, à %n endroit</numerusform>
            <numerusform>%1 diffèrent entre les copies, à %n endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>none of it differed at the run before: rather buffers that guests changed while they were sent than a bad disk</source>
        <translation>rien de cela ne différait à la vérification précédente&#xa0;: plutôt des tampons que des VM ont modifiés pendant l’envoi qu’un mauvais disque</translation>
    </message>
    <message>
        <source>all of it differed at the run before, too: suspect the storage of a node</source>
        <translation>tout cela différait déjà à la vérification précédente&#xa0;: soupçonner le stockage d’un nœud</translation>
    </message>
    <message>
        <source>%1 of it differed at the run before, too</source>
        <translation>%1 en différaient déjà à la vérification précédente</translation>
    </message>
    <message>
        <source>no complete verification is known</source>
        <translation>aucune vérification complète n’est connue</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1&#xa0;; %2</translation>
    </message>
    <message>
        <source>storage.cfg or the file of a guest, and a line</source>
        <translation>storage.cfg ou le fichier d’une VM, et une ligne</translation>
    </message>
    <message>
        <source>not known: %1 does not tell whether %2 is a member</source>
        <translation>inconnu&#xa0;: %1 ne dit pas si %2 est membre</translation>
    </message>
    <message>
        <source>%1 is still a member by the word of %2</source>
        <translation>%1 est encore membre, d’après %2</translation>
    </message>
    <message>
        <source>%1 has not joined again by the word of %2</source>
        <translation>%1 n’est pas revenu dans le cluster, d’après %2</translation>
    </message>
    <message>
        <source>Let %1 fence %2</source>
        <translation>Faire fencer %2 par %1</translation>
    </message>
    <message>
        <source>The BMC of %1 does not say what was wanted</source>
        <translation>La carte IPMI de %1 ne dit pas ce qui était voulu</translation>
    </message>
    <message>
        <source>Switch %1 on by its BMC</source>
        <translation>Allumer %1 par sa carte IPMI</translation>
    </message>
    <message>
        <source>Switch %1 off by its BMC</source>
        <translation>Éteindre %1 de force par sa carte IPMI</translation>
    </message>
    <message>
        <source>See by its BMC that %1 is off</source>
        <translation>Vérifier par sa carte IPMI que %1 est éteint</translation>
    </message>
    <message>
        <source>By its fence device %1 is rebooted: it comes back by itself, joins again and its copies are resynced</source>
        <translation>Son équipement de fencing redémarre %1&#xa0;: il revient de lui-même, rejoint le cluster et ses copies sont resynchronisées</translation>
    </message>
    <message>
        <source>By its fence device %1 stays off until somebody switches it on</source>
        <translation>Son équipement de fencing laisse %1 éteint jusqu’à ce que quelqu’un l’allume</translation>
    </message>
    <message>
        <source>The BMC of %1 did not answer the last time it was asked: %2</source>
        <translation>La carte IPMI de %1 n’a pas répondu la dernière fois qu’elle a été interrogée&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is no node of this cluster</source>
        <translation>%1 n’est pas un nœud de ce cluster</translation>
    </message>
    <message>
        <source>%1 is a member of the cluster: the other node would take it for dead, fence it, and a reboot action would switch it on again. Let it leave the cluster first, or fence it</source>
        <translation>%1 est membre du cluster&#xa0;: l’autre nœud le croirait mort, le fencerait, et une action reboot le rallumerait. Faites-lui d’abord quitter le cluster, ou fencez-le</translation>
    </message>
    <message>
        <source>Not known: whether %1 is a member of the cluster</source>
        <translation>Inconnu&#xa0;: si %1 est membre du cluster</translation>
    </message>
    <message>
        <source>Fence %1</source>
        <translation>Fencer %1</translation>
    </message>
    <message>
        <source>cluster.conf has no fence device for %1: the cluster cannot fence it</source>
        <translation>cluster.conf n’a pas d’équipement de fencing pour %1&#xa0;: le cluster ne peut pas le fencer</translation>
    </message>
    <message>
        <source>See %1 come back and join</source>
        <translation>Voir %1 revenir et rejoindre le cluster</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>Allumer %1</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Éteindre %1 de force</translation>
    </message>
    <message>
        <source>%1 runs: it answers</source>
        <translation>%1 est en marche&#xa0;: il répond</translation>
    </message>
    <message>
        <source>See %1 boot and join</source>
        <translation>Voir %1 démarrer et rejoindre le cluster</translation>
    </message>
    <message>
        <source>Not known: whether the cluster keeps its quorum without %1; no other node tells its votes</source>
        <translation>Inconnu&#xa0;: si le cluster garde son quorum sans %1&#xa0;; aucun autre nœud ne donne ses votes</translation>
    </message>
    <message>
        <source>Without %1 there are %2 votes of the %3 needed: the cluster would lose its quorum and stop every HA guest</source>
        <translation>Sans %1 il reste %2 votes sur les %3 nécessaires&#xa0;: le cluster perdrait son quorum et arrêterait toutes les VM HA</translation>
    </message>
    <message>
        <source>Not known: whether a node is being fenced already; %1 does not tell its fence domain</source>
        <translation>Inconnu&#xa0;: si un nœud est déjà en cours de fencing&#xa0;; %1 ne donne pas son domaine de fencing</translation>
    </message>
    <message>
        <source>%1 is fencing a node right now: one at a time, and never both</source>
        <translation>%1 est en train de fencer un nœud&#xa0;: un à la fois, et jamais les deux</translation>
    </message>
    <message>
        <source>%1 has the only good copy of %2: without it nobody can go on with these data</source>
        <translation>%1 a la seule bonne copie de %2&#xa0;: sans lui, personne ne peut continuer avec ces données</translation>
    </message>
    <message>
        <source>%1 is not connected: what %2 wrote since then is on %2 only, and guests started elsewhere would go on with older data</source>
        <translation>%1 n’est pas connectée&#xa0;: ce que %2 a écrit depuis n’est que sur %2, et des VM démarrées ailleurs repartiraient sur des données plus anciennes</translation>
    </message>
    <message>
        <source>Not known: who has a good copy of %1</source>
        <translation>Inconnu&#xa0;: qui a une bonne copie de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) of %1 stop at once; those of HA start again elsewhere: %2</source>
        <translation>
            <numerusform>%n VM de %1 s’arrête aussitôt&#xa0;; en HA, elle redémarre ailleurs&#xa0;: %2</numerusform>
            <numerusform>%n VM de %1 s’arrêtent aussitôt&#xa0;; celles en HA redémarrent ailleurs&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>let the cluster fence a node</source>
        <translation>faire fencer un nœud par le cluster</translation>
    </message>
    <message>
        <source>switch a machine by its BMC</source>
        <translation>allumer ou éteindre une machine par sa carte IPMI</translation>
    </message>
    <message>
        <source>one CLUSTER and one NODE are needed</source>
        <translation>il faut un CLUSTER et un NODE</translation>
    </message>
    <message>
        <source>%1 has quorum: the file can be activated as usual, which is safer</source>
        <translation>%1 a le quorum&#xa0;: le fichier peut être activé normalement, ce qui est plus sûr</translation>
    </message>
    <message>
        <source>cman does not run on %1, so there are no votes to lower there</source>
        <translation>cman ne tourne pas sur %1&#xa0;: il n’y a pas de votes à y abaisser</translation>
    </message>
    <message>
        <source>That %1 is off is not proven by its BMC: two nodes that both have quorum destroy the guests&apos; disks</source>
        <translation>Que %1 soit éteint n’est pas attesté par sa carte IPMI&#xa0;: deux nœuds qui ont chacun le quorum détruisent les disques des VM</translation>
    </message>
    <message>
        <source>With quorum, %1 fences who is missing and starts the guests under HA: a fence by reboot switches the other node on again</source>
        <translation>Avec le quorum, %1 fence le nœud absent et démarre les VM en HA&#xa0;: un fencing par reboot rallume l’autre nœud</translation>
    </message>
    <message>
        <source>cman runs on %1: stop rgmanager and cman there first, its pmxcfs would not agree with the others</source>
        <translation>cman tourne sur %1&#xa0;: y arrêter d’abord rgmanager et cman, son pmxcfs ne serait pas d’accord avec les autres</translation>
    </message>
    <message>
        <source>%1 does not answer: it needs the same /etc/cluster/cluster.conf before cman is started there, and without it %2 may stay without quorum</source>
        <translation>%1 ne répond pas&#xa0;: il lui faut le même /etc/cluster/cluster.conf avant que cman y démarre, et sans lui %2 peut rester sans quorum</translation>
    </message>
    <message>
        <source>While pmxcfs is stopped there is no /etc/pve on %1: guests that run go on, none can be started or moved</source>
        <translation>Tant que pmxcfs est arrêté, %1 n’a pas de /etc/pve&#xa0;: les VM en marche continuent, aucune ne peut être démarrée ni déplacée</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 ne répond pas</translation>
    </message>
    <message>
        <source>Rescue: version %1 of cluster.conf on %2 alone</source>
        <translation>Secours&#xa0;: version %1 de cluster.conf sur %2 seul</translation>
    </message>
    <message>
        <source>Rescue: version %1 of cluster.conf without cluster</source>
        <translation>Secours&#xa0;: version %1 de cluster.conf hors cluster</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>See twice that %1 is off</source>
        <translation>Voir deux fois que %1 est éteint</translation>
    </message>
    <message>
        <source>%1 has no quorum yet</source>
        <translation>%1 n’a pas encore le quorum</translation>
    </message>
    <message>
        <source>Lower the votes that are needed, so that %1 alone has quorum and may write</source>
        <translation>Abaisser les votes nécessaires pour que %1 seul ait le quorum et puisse écrire</translation>
    </message>
    <message>
        <source>Let %1 validate the new file</source>
        <translation>Faire valider le nouveau fichier par %1</translation>
    </message>
    <message>
        <source>Stop pmxcfs on %1, which waits for a quorum that cannot come</source>
        <translation>Arrêter pmxcfs sur %1, qui attend un quorum qui ne peut pas venir</translation>
    </message>
    <message>
        <source>/etc/pve is still there on %1</source>
        <translation>/etc/pve est encore là sur %1</translation>
    </message>
    <message>
        <source>Start pmxcfs on %1 without the cluster: there it may write without quorum</source>
        <translation>Démarrer pmxcfs sur %1 hors cluster&#xa0;: il peut alors écrire sans quorum</translation>
    </message>
    <message>
        <source>Restore cluster.conf in /etc/pve of %1</source>
        <translation>Restaurer cluster.conf dans /etc/pve de %1</translation>
    </message>
    <message>
        <source>Start pmxcfs on %1 as it was</source>
        <translation>Démarrer pmxcfs sur %1 comme avant</translation>
    </message>
    <message>
        <source>Put it where cman of %1 reads it, and compare: every node must start with the same file</source>
        <translation>Le placer là où cman de %1 le lit, et comparer&#xa0;: chaque nœud doit démarrer avec le même fichier</translation>
    </message>
    <message>
        <source>Start cman on %1 and see that it runs %2</source>
        <translation>Démarrer cman sur %1 et voir qu’il utilise la version %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>compare, activate and look back at versions of cluster.conf</source>
        <translation>comparer, activer et retrouver des versions de cluster.conf</translation>
    </message>
    <message>
        <source>diff compares two files, or two versions of a cluster&apos;s, by line and by what they say; passwords are masked. FROM and TO are a version (12, or @5 by its number in the history), committed, local, pending, one of these on one node (node2:local), or a file. history lists every version that was ever seen; --offline does not ask the cluster first. activate writes FILE beside cluster.conf, lets the node validate it, activates it and looks for it on every member; rollback does so with an earlier version, under the next number and with the passwords that the nodes have now; rescue restores FILE where no node has quorum. --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>diff compare deux fichiers, ou deux versions de celui d’un cluster, ligne par ligne et par ce qu’ils disent&#xa0;; les mots de passe sont masqués. FROM et TO sont une version (12, ou @5 par son numéro dans l’historique), committed, local, pending, l’un d’eux sur un nœud (node2:local), ou un fichier. history liste toutes les versions jamais vues&#xa0;; --offline n’interroge pas d’abord le cluster. activate écrit FILE à côté de cluster.conf, le fait valider par le nœud, l’active et le recherche sur chaque membre&#xa0;; rollback fait de même avec une version antérieure, sous le numéro suivant et avec les mots de passe que les nœuds ont maintenant&#xa0;; rescue restaure FILE là où aucun nœud n’a le quorum. --plan affiche le plan et ne fait rien&#xa0;; --yes ne pose aucune question.</translation>
    </message>
    <message>
        <source>%1 is not in any file on the nodes, and passwords are not kept: roll back in the window, which asks for it</source>
        <translation>%1 n’est dans aucun fichier des nœuds, et les mots de passe ne sont pas conservés&#xa0;: revenir en arrière dans la fenêtre, qui le demande</translation>
    </message>
    <message>
        <source>one CLUSTER and one VERSION are needed</source>
        <translation>il faut un CLUSTER et une VERSION</translation>
    </message>
    <message>
        <source>nothing to rescue: a node has quorum, or none answers</source>
        <translation>rien à secourir&#xa0;: un nœud a le quorum, ou aucun ne répond</translation>
    </message>
    <message>
        <source>diff takes two files, or a cluster and two of its versions</source>
        <translation>diff prend deux fichiers, ou un cluster et deux de ses versions</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>read by cman</source>
        <translation>lue par cman</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not well-formed</source>
        <translation>mal formée</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>activated by %1 on %2, %3: %4</source>
        <translation>activée par %1 sur %2, %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>No version was seen yet.</source>
        <translation>Aucune version n’a encore été vue.</translation>
    </message>
    <message>
        <source>no node tells its cluster.conf: this is what was seen before</source>
        <translation>aucun nœud ne donne son cluster.conf&#xa0;: voici ce qui a été vu auparavant</translation>
    </message>
    <message>
        <source>one CLUSTER is needed</source>
        <translation>il faut un CLUSTER</translation>
    </message>
    <message>
        <source>no node shows such a file: %1</source>
        <translation>aucun nœud ne montre un tel fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>no version %1 of cluster.conf is kept</source>
        <translation>aucune version %1 de cluster.conf n’est conservée</translation>
    </message>
    <message>
        <source>%1 different files had version %2: name one of %3</source>
        <translation>%1 fichiers différents avaient la version %2&#xa0;: en nommer un parmi %3</translation>
    </message>
    <message>
        <source>The versions of cluster.conf cannot be kept or read: %1</source>
        <translation>Les versions de cluster.conf ne peuvent être ni conservées ni lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>The versions of cluster.conf are kept by a newer release</source>
        <translation>Les versions de cluster.conf sont conservées par une version plus récente du programme</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be put aside</source>
        <translation>%1 est endommagé et ne peut être mis de côté</translation>
    </message>
    <message>
        <source>The text of this version of cluster.conf is not kept</source>
        <translation>Le texte de cette version de cluster.conf n’est pas conservé</translation>
    </message>
    <message>
        <source>See both sides connected at the end</source>
        <translation>Voir les deux côtés connectés à la fin</translation>
    </message>
    <message>
        <source>%1 of %2 are copied</source>
        <translation>%1 sur %2 copiés</translation>
    </message>
    <message>
        <source>ipmitool is not installed there</source>
        <translation>ipmitool n’y est pas installé</translation>
    </message>
    <message>
        <source>%1 could not fence %2 now: %3</source>
        <translation>%1 ne pourrait pas fencer %2 maintenant&#xa0;: %3</translation>
    </message>
    <message>
        <source>the size of a file was expected in the answer</source>
        <translation>la taille d’un fichier était attendue dans la réponse</translation>
    </message>
    <message>
        <source>cluster.conf changed while it was read: try again</source>
        <translation>cluster.conf a changé pendant la lecture&#xa0;: recommencer</translation>
    </message>
    <message>
        <source>the whole configuration of the cluster</source>
        <translation>toute la configuration du cluster</translation>
    </message>
    <message>
        <source>name of the cluster, at most 15 characters; never changed while it runs</source>
        <translation>nom du cluster, 15 caractères au plus&#xa0;; jamais changé pendant qu’il tourne</translation>
    </message>
    <message>
        <source>raised with each change, or the nodes keep the old one</source>
        <translation>augmentée à chaque changement, sinon les nœuds gardent l’ancienne</translation>
    </message>
    <message>
        <source>membership and quorum</source>
        <translation>membres et quorum</translation>
    </message>
    <message>
        <source>1: a single node of two is quorate; never with a quorum disk</source>
        <translation>1&#xa0;: un seul nœud sur deux a le quorum&#xa0;; jamais avec un disque de quorum</translation>
    </message>
    <message>
        <source>votes of all nodes and of the quorum disk together; more than half of them are the quorum</source>
        <translation>votes de tous les nœuds et du disque de quorum ensemble&#xa0;; plus de la moitié fait le quorum</translation>
    </message>
    <message>
        <source>how the nodes talk: udp (multicast), udpu (unicast), udpb (broadcast)</source>
        <translation>comment les nœuds se parlent&#xa0;: udp (multicast), udpu (unicast), udpb (broadcast)</translation>
    </message>
    <message>
        <source>key that the traffic of the cluster is signed with</source>
        <translation>clé qui signe le trafic du cluster</translation>
    </message>
    <message>
        <source>multicast address of the cluster, when the computed one does not fit</source>
        <translation>adresse multicast du cluster, quand celle qui est calculée ne convient pas</translation>
    </message>
    <message>
        <source>times and rings of the cluster&apos;s own protocol</source>
        <translation>temps et anneaux du protocole du cluster</translation>
    </message>
    <message>
        <source>milliseconds without an answer after which a node is given up</source>
        <translation>millisecondes sans réponse après lesquelles un nœud est abandonné</translation>
    </message>
    <message>
        <source>milliseconds to agree on the members; at least 1.2 times the token</source>
        <translation>millisecondes pour s’accorder sur les membres&#xa0;; au moins 1,2 fois le token</translation>
    </message>
    <message>
        <source>quorum disk: a small shared disk that has votes</source>
        <translation>disque de quorum&#xa0;: un petit disque partagé qui a des votes</translation>
    </message>
    <message>
        <source>label that mkqdisk wrote; it finds the disk under any device name</source>
        <translation>étiquette écrite par mkqdisk&#xa0;; elle retrouve le disque sous n’importe quel nom</translation>
    </message>
    <message>
        <source>device of the disk; its name may change with each boot, the label does not</source>
        <translation>périphérique du disque&#xa0;; son nom peut changer à chaque démarrage, pas l’étiquette</translation>
    </message>
    <message>
        <source>seconds between two writes of each node on the disk</source>
        <translation>secondes entre deux écritures de chaque nœud sur le disque</translation>
    </message>
    <message>
        <source>missed intervals after which a node is declared dead</source>
        <translation>intervalles manqués après lesquels un nœud est déclaré mort</translation>
    </message>
    <message>
        <source>votes of the disk; nodes minus one</source>
        <translation>votes du disque&#xa0;; nombre de nœuds moins un</translation>
    </message>
    <message>
        <source>score of the heuristics below which a node gives the disk up</source>
        <translation>score des heuristiques en dessous duquel un nœud renonce au disque</translation>
    </message>
    <message>
        <source>1: only the master counts the disk&apos;s votes, which ends a fence race; not with heuristics</source>
        <translation>1&#xa0;: seul le maître compte les votes du disque, ce qui règle un duel de fencing&#xa0;; pas avec des heuristiques</translation>
    </message>
    <message>
        <source>0: a node that no longer writes on the disk is not removed for it</source>
        <translation>0&#xa0;: un nœud qui n’écrit plus sur le disque n’est pas exclu pour autant</translation>
    </message>
    <message>
        <source>0: a node whose score is too low does not reboot</source>
        <translation>0&#xa0;: un nœud au score trop bas ne redémarre pas</translation>
    </message>
    <message>
        <source>a program whose success counts for this node&apos;s score</source>
        <translation>un programme dont le succès compte pour le score de ce nœud</translation>
    </message>
    <message>
        <source>command that is run; exit status 0 is a success</source>
        <translation>commande exécutée&#xa0;; le code de sortie 0 est un succès</translation>
    </message>
    <message>
        <source>when fenced waits, and for what</source>
        <translation>quand fenced attend, et quoi</translation>
    </message>
    <message>
        <source>seconds to wait for a node that boots before it is fenced</source>
        <translation>secondes à attendre un nœud qui démarre avant de le fencer</translation>
    </message>
    <message>
        <source>seconds to wait before a failed node is fenced</source>
        <translation>secondes à attendre avant de fencer un nœud en panne</translation>
    </message>
    <message>
        <source>the nodes of the cluster</source>
        <translation>les nœuds du cluster</translation>
    </message>
    <message>
        <source>one node, and how it is fenced</source>
        <translation>un nœud, et comment il est fencé</translation>
    </message>
    <message>
        <source>host name of the node; its address is that of the cluster network</source>
        <translation>nom du nœud&#xa0;; son adresse est celle du réseau du cluster</translation>
    </message>
    <message>
        <source>number of the node, its own and never changed</source>
        <translation>numéro du nœud, à lui seul et jamais changé</translation>
    </message>
    <message>
        <source>votes of the node, 1 as a rule</source>
        <translation>votes du nœud, 1 en règle générale</translation>
    </message>
    <message>
        <source>name of the node on a second ring</source>
        <translation>nom du nœud sur un second anneau</translation>
    </message>
    <message>
        <source>methods to fence this node, tried in order</source>
        <translation>méthodes pour fencer ce nœud, essayées dans l’ordre</translation>
    </message>
    <message>
        <source>one way to fence the node: all its devices must succeed</source>
        <translation>une façon de fencer le nœud&#xa0;: tous ses équipements doivent réussir</translation>
    </message>
    <message>
        <source>name of the method, its own on this node</source>
        <translation>nom de la méthode, unique sur ce nœud</translation>
    </message>
    <message>
        <source>use of a fence device by this method</source>
        <translation>emploi d’un équipement de fencing par cette méthode</translation>
    </message>
    <message>
        <source>name of a &lt;fencedevice&gt;</source>
        <translation>nom d’un &lt;fencedevice&gt;</translation>
    </message>
    <message>
        <source>outlet or plug of this node on the device</source>
        <translation>prise de ce nœud sur l’équipement</translation>
    </message>
    <message>
        <source>the fence devices that methods use by name</source>
        <translation>les équipements de fencing que les méthodes emploient par leur nom</translation>
    </message>
    <message>
        <source>a BMC or a power strip, and how it is reached</source>
        <translation>une carte IPMI ou un bandeau de prises, et comment l’atteindre</translation>
    </message>
    <message>
        <source>name by which methods use it</source>
        <translation>nom par lequel les méthodes l’emploient</translation>
    </message>
    <message>
        <source>program that knows this kind of device, fence_ipmilan for IPMI</source>
        <translation>programme qui connaît ce genre d’équipement, fence_ipmilan pour IPMI</translation>
    </message>
    <message>
        <source>address of the device</source>
        <translation>adresse de l’équipement</translation>
    </message>
    <message>
        <source>port of the device, when it is not the usual one</source>
        <translation>port de l’équipement, quand ce n’est pas l’habituel</translation>
    </message>
    <message>
        <source>user of the device, with the right to switch the power</source>
        <translation>utilisateur de l’équipement, avec le droit de commander l’alimentation</translation>
    </message>
    <message>
        <source>password of that user, readable by everybody who can read this file</source>
        <translation>mot de passe de cet utilisateur, lisible par qui peut lire ce fichier</translation>
    </message>
    <message>
        <source>program on the node that prints the password</source>
        <translation>programme du nœud qui affiche le mot de passe</translation>
    </message>
    <message>
        <source>1: IPMI 2.0, which newer boards ask for</source>
        <translation>1&#xa0;: IPMI 2.0, que les cartes récentes exigent</translation>
    </message>
    <message>
        <source>how the password is sent: md5, password or none</source>
        <translation>comment le mot de passe est envoyé&#xa0;: md5, password ou none</translation>
    </message>
    <message>
        <source>privilege asked of the board: operator is enough to switch the power</source>
        <translation>privilège demandé à la carte&#xa0;: operator suffit pour commander l’alimentation</translation>
    </message>
    <message>
        <source>seconds to wait after a switching before the state is read</source>
        <translation>secondes à attendre après une commande avant de lire l’état</translation>
    </message>
    <message>
        <source>seconds to wait before fencing; protects the node that carries it in a fence race</source>
        <translation>secondes à attendre avant de fencer&#xa0;; protège le nœud qui le porte dans un duel de fencing</translation>
    </message>
    <message>
        <source>reboot (usual) or off: whether the victim comes back by itself</source>
        <translation>reboot (habituel) ou off&#xa0;: si la victime revient d’elle-même</translation>
    </message>
    <message>
        <source>what rgmanager keeps running</source>
        <translation>ce que rgmanager maintient en marche</translation>
    </message>
    <message>
        <source>a guest of Proxmox VE under HA</source>
        <translation>une VM de Proxmox VE en HA</translation>
    </message>
    <message>
        <source>number of the guest</source>
        <translation>numéro de la VM</translation>
    </message>
    <message>
        <source>1: started with the cluster; 0: only by hand</source>
        <translation>1&#xa0;: démarrée avec le cluster&#xa0;; 0&#xa0;: seulement à la main</translation>
    </message>
    <message>
        <source>after a failure: restart here, relocate to another node, or disable</source>
        <translation>après une panne&#xa0;: restart ici, relocate sur un autre nœud, ou disable</translation>
    </message>
    <message>
        <source>failover domain: which nodes may run it, and in which order</source>
        <translation>domaine de bascule&#xa0;: quels nœuds peuvent le porter, et dans quel ordre</translation>
    </message>
    <message>
        <source>nodes that may run a service, with their order</source>
        <translation>nœuds qui peuvent porter un service, avec leur ordre</translation>
    </message>
    <message>
        <source>1: the service stays where it is when a better node comes back</source>
        <translation>1&#xa0;: le service reste où il est quand un meilleur nœud revient</translation>
    </message>
    <message>
        <source>what the daemons write down, and where</source>
        <translation>ce que les démons notent, et où</translation>
    </message>
    <message>
        <source>This file is in ISO 8859-1, which does not have this character</source>
        <translation>Ce fichier est en ISO 8859-1, qui n’a pas ce caractère</translation>
    </message>
    <message>
        <source>every node has a fence method already</source>
        <translation>chaque nœud a déjà une méthode de fencing</translation>
    </message>
    <message>
        <source>the address of a BMC is needed</source>
        <translation>il faut l’adresse d’une carte IPMI</translation>
    </message>
    <message>
        <source>Look at it on the cluster itself</source>
        <translation>Vérifier sur le cluster lui-même</translation>
    </message>
    <message>
        <source>no node tells whether %1 is a member of the cluster</source>
        <translation>aucun nœud ne dit si %1 est membre du cluster</translation>
    </message>
    <message>
        <source>by the word of %1, %2 is a member since %3</source>
        <translation>d’après %1, %2 est membre depuis %3</translation>
    </message>
    <message>
        <source>by the word of %1, %2 is no member of the cluster</source>
        <translation>d’après %1, %2 n’est pas membre du cluster</translation>
    </message>
    <message>
        <source>the BMC of %1 says that it is off</source>
        <translation>la carte IPMI de %1 le dit éteint</translation>
    </message>
    <message>
        <source>the BMC of %1 says that it is on</source>
        <translation>la carte IPMI de %1 le dit allumé</translation>
    </message>
    <message>
        <source>the BMC of %1 does not tell</source>
        <translation>la carte IPMI de %1 ne le dit pas</translation>
    </message>
    <message>
        <source>%1 does not tell what runs on it</source>
        <translation>%1 ne dit pas ce qui tourne sur lui</translation>
    </message>
    <message>
        <source>no guest runs on %1</source>
        <translation>aucune VM ne tourne sur %1</translation>
    </message>
    <message>
        <source>on %1 there still run: %2</source>
        <translation>sur %1 tournent encore&#xa0;: %2</translation>
    </message>
    <message>
        <source>not known: where guest %1 runs</source>
        <translation>inconnu&#xa0;: où tourne la VM %1</translation>
    </message>
    <message>
        <source>guest %1 runs nowhere (HA service: %2)</source>
        <translation>la VM %1 ne tourne nulle part (service HA&#xa0;: %2)</translation>
    </message>
    <message>
        <source>guest %1 runs on %2 (HA service: %3)</source>
        <translation>la VM %1 tourne sur %2 (service HA&#xa0;: %3)</translation>
    </message>
    <message>
        <source>rgmanager gave up: the service has failed</source>
        <translation>rgmanager a renoncé&#xa0;: le service a échoué</translation>
    </message>
    <message>
        <source>rgmanager knows no such service</source>
        <translation>rgmanager ne connaît pas ce service</translation>
    </message>
    <message>
        <source>rgmanager would wait for itself</source>
        <translation>rgmanager s’attendrait lui-même</translation>
    </message>
    <message>
        <source>rgmanager is busy or locked: try again later</source>
        <translation>rgmanager est occupé ou verrouillé&#xa0;: réessayer plus tard</translation>
    </message>
    <message>
        <source>another service forbids it</source>
        <translation>un autre service l’interdit</translation>
    </message>
    <message>
        <source>the service is in no state for it</source>
        <translation>l’état du service ne le permet pas</translation>
    </message>
    <message>
        <source>rgmanager has no quorum</source>
        <translation>rgmanager n’a pas le quorum</translation>
    </message>
    <message>
        <source>the service is frozen</source>
        <translation>le service est gelé</translation>
    </message>
    <message>
        <source>rgmanager does not run on the target</source>
        <translation>rgmanager ne tourne pas sur la cible</translation>
    </message>
    <message>
        <source>a fencing is not ended yet</source>
        <translation>un fencing n’est pas terminé</translation>
    </message>
    <message>
        <source>its failover domain forbids that node</source>
        <translation>son domaine de bascule interdit ce nœud</translation>
    </message>
    <message>
        <source>it must be alone on its node</source>
        <translation>il doit être seul sur son nœud</translation>
    </message>
    <message>
        <source>it did not work there; it runs where it was</source>
        <translation>cela n’a pas marché là-bas&#xa0;; il tourne où il était</translation>
    </message>
    <message>
        <source>rgmanager permits it to root only</source>
        <translation>rgmanager ne le permet qu’à root</translation>
    </message>
    <message>
        <source>rgmanager says: %1</source>
        <translation>rgmanager dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Refused on %1: %2</source>
        <translation>Refusé sur %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 waits for a node to be fenced</source>
        <translation>%1 attend le fencing d’un nœud</translation>
    </message>
    <message>
        <source>%1 is no member of a cluster with quorum</source>
        <translation>%1 n’est pas membre d’un cluster qui a le quorum</translation>
    </message>
    <message>
        <source>%1 does not answer: how it is, is not known</source>
        <translation>%1 ne répond pas&#xa0;: son état est inconnu</translation>
    </message>
    <message>
        <source>Not known: where %1 runs; not every node tells</source>
        <translation>Inconnu&#xa0;: où tourne %1&#xa0;; tous les nœuds ne le disent pas</translation>
    </message>
    <message>
        <source>%1 runs on %2 at once</source>
        <translation>%1 tourne à la fois sur %2</translation>
    </message>
    <message>
        <source>%1 does not run</source>
        <translation>%1 ne tourne pas</translation>
    </message>
    <message>
        <source>%1 runs on %2 already</source>
        <translation>%1 tourne déjà sur %2</translation>
    </message>
    <message>
        <source>not known: the state of %1</source>
        <translation>inconnu&#xa0;: l’état de %1</translation>
    </message>
    <message>
        <source>%1 is %2 on %3</source>
        <translation>%1 est %2 sur %3</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Démarrer %1</translation>
    </message>
    <message>
        <source>Shut %1 down</source>
        <translation>Arrêter %1 proprement</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Reset matériel de %1</translation>
    </message>
    <message>
        <source>Stop %1 hard</source>
        <translation>Arrêt forcé de %1</translation>
    </message>
    <message>
        <source>rgmanager runs %1 and would undo it: enable or disable its service instead</source>
        <translation>rgmanager exécute %1 et annulerait cette action&#xa0;: activer ou désactiver plutôt son service</translation>
    </message>
    <message>
        <source>Start %1 on %2</source>
        <translation>Démarrer %1 sur %2</translation>
    </message>
    <message>
        <source>Let %1 on %2 shut itself down</source>
        <translation>Laisser %1 sur %2 s’arrêter proprement</translation>
    </message>
    <message>
        <source>As by its mains plug: what %1 has not written is lost. Shut it down where it still answers</source>
        <translation>Comme en débranchant la prise&#xa0;: ce que %1 n’a pas écrit est perdu. L’arrêter proprement si elle répond encore</translation>
    </message>
    <message>
        <source>Cut the power of %1 on %2</source>
        <translation>Couper l’alimentation de %1 sur %2</translation>
    </message>
    <message>
        <source>As by its reset button: what %1 has not written is lost</source>
        <translation>Comme par le bouton reset&#xa0;: ce que %1 n’a pas écrit est perdu</translation>
    </message>
    <message>
        <source>Press the reset button of %1 on %2</source>
        <translation>Appuyer sur le bouton reset de %1 sur %2</translation>
    </message>
    <message>
        <source>There is no guest %1</source>
        <translation>Il n’y a pas de VM %1</translation>
    </message>
    <message>
        <source>Enable the HA service of %1</source>
        <translation>Activer le service HA de %1</translation>
    </message>
    <message>
        <source>Disable the HA service of %1</source>
        <translation>Désactiver le service HA de %1</translation>
    </message>
    <message>
        <source>Relocate %1 to %2, with an outage</source>
        <translation>Déplacer %1 vers %2 avec arrêt</translation>
    </message>
    <message>
        <source>Restart %1 by rgmanager</source>
        <translation>Redémarrer %1 par rgmanager</translation>
    </message>
    <message>
        <source>Freeze the HA service of %1</source>
        <translation>Geler le service HA de %1</translation>
    </message>
    <message>
        <source>Thaw the HA service of %1</source>
        <translation>Dégeler le service HA de %1</translation>
    </message>
    <message>
        <source>Bring the HA service of %1 out of failed</source>
        <translation>Sortir le service HA de %1 de l’état failed</translation>
    </message>
    <message>
        <source>%1 is frozen: thaw it first</source>
        <translation>%1 est gelé&#xa0;: le dégeler d’abord</translation>
    </message>
    <message>
        <source>rgmanager is not seen running on %1</source>
        <translation>rgmanager n’est pas vu en marche sur %1</translation>
    </message>
    <message>
        <source>Let rgmanager start %1</source>
        <translation>Faire démarrer %1 par rgmanager</translation>
    </message>
    <message>
        <source>Let rgmanager stop %1 and leave it stopped</source>
        <translation>Faire arrêter %1 par rgmanager, et le laisser arrêté</translation>
    </message>
    <message>
        <source>%1 is %2: rgmanager starts it only after it was disabled</source>
        <translation>%1 est %2&#xa0;: rgmanager ne le démarre qu’après l’avoir désactivé</translation>
    </message>
    <message>
        <source>%1 is %2 already</source>
        <translation>%1 est déjà %2</translation>
    </message>
    <message>
        <source>%1 is %2: bring it out of that with its own action</source>
        <translation>%1 est %2&#xa0;: une action à part l’en sort</translation>
    </message>
    <message>
        <source>%1 is shut down, and nobody starts it until its service is enabled again</source>
        <translation>%1 est arrêtée, et personne ne la redémarre avant que son service soit réactivé</translation>
    </message>
    <message>
        <source>%1 is %2: only what is started is relocated</source>
        <translation>%1 est %2&#xa0;: seul un service started est déplacé</translation>
    </message>
    <message>
        <source>%1 is shut down here and started there: an outage. A live migration has none</source>
        <translation>%1 est arrêtée ici et démarrée là-bas&#xa0;: une interruption de service. Une migration à chaud n’en a pas</translation>
    </message>
    <message>
        <source>Let rgmanager stop %1 and start it on the other node</source>
        <translation>Faire arrêter %1 par rgmanager, et démarrer sur l’autre nœud</translation>
    </message>
    <message>
        <source>%1 is %2: only what is started is restarted</source>
        <translation>%1 est %2&#xa0;: seul un service started est redémarré</translation>
    </message>
    <message>
        <source>%1 is shut down and started again: an outage</source>
        <translation>%1 est arrêtée puis redémarrée&#xa0;: une interruption de service</translation>
    </message>
    <message>
        <source>Let rgmanager restart %1 in place</source>
        <translation>Faire redémarrer %1 sur place par rgmanager</translation>
    </message>
    <message>
        <source>rgmanager does not tell it of %1 yet</source>
        <translation>rgmanager ne le dit pas encore de %1</translation>
    </message>
    <message>
        <source>%1 is frozen already</source>
        <translation>%1 est déjà gelé</translation>
    </message>
    <message>
        <source>%1 is not frozen</source>
        <translation>%1 n’est pas gelé</translation>
    </message>
    <message>
        <source>While it is frozen rgmanager neither watches %1 nor starts it again when its node dies</source>
        <translation>Tant que le service est gelé, rgmanager ne surveille pas %1 et ne la redémarre pas si son nœud meurt</translation>
    </message>
    <message>
        <source>Let rgmanager leave %1 alone</source>
        <translation>Dire à rgmanager de ne plus s’occuper de %1</translation>
    </message>
    <message>
        <source>Let rgmanager watch %1 again</source>
        <translation>Dire à rgmanager de surveiller de nouveau %1</translation>
    </message>
    <message>
        <source>See on every node that %1 runs nowhere</source>
        <translation>Voir sur chaque nœud que %1 ne tourne nulle part</translation>
    </message>
    <message>
        <source>%1 is %2, not failed</source>
        <translation>%1 est %2, et non failed</translation>
    </message>
    <message>
        <source>Every node told that no process of %1 is left; it is disabled, looked at again and enabled</source>
        <translation>Chaque nœud dit qu’il ne reste aucun processus de %1&#xa0;; son service est désactivé, vérifié de nouveau, puis activé</translation>
    </message>
    <message>
        <source>Not known: the state of %1; rgmanager tells nothing</source>
        <translation>Inconnu&#xa0;: l’état de %1&#xa0;; rgmanager ne dit rien</translation>
    </message>
    <message>
        <source>%1 is not under HA</source>
        <translation>%1 n’est pas en HA</translation>
    </message>
    <message>
        <source>rgmanager runs on no node that has quorum and answers</source>
        <translation>rgmanager ne tourne sur aucun nœud qui a le quorum et répond</translation>
    </message>
    <message>
        <source>Not known: whether rgmanager runs %1, which is an HA guest</source>
        <translation>Inconnu&#xa0;: si rgmanager exécute %1, qui est une VM en HA</translation>
    </message>
    <message>
        <source>rgmanager has %1 as %2: it migrates only what it has started on %3</source>
        <translation>Pour rgmanager, %1 est %2&#xa0;: il ne migre que ce qu’il a démarré sur %3</translation>
    </message>
    <message>
        <source>%1 does not use protocol C</source>
        <translation>%1 n’utilise pas le protocole C</translation>
    </message>
    <message>
        <source>%1 is not Primary on both nodes: a migration opens it on both</source>
        <translation>%1 n’est pas Primary sur les deux nœuds&#xa0;: une migration l’ouvre sur les deux</translation>
    </message>
    <message>
        <source>Not known: the state of %1 on both nodes</source>
        <translation>Inconnu&#xa0;: l’état de %1 sur les deux nœuds</translation>
    </message>
    <message>
        <source>%1 is %2 on %3 and %4 on %5</source>
        <translation>%1 est %2 sur %3 et %4 sur %5</translation>
    </message>
    <message>
        <source>%1 is not Connected, or a resync of it runs: the copies are not one</source>
        <translation>%1 n’est pas Connected, ou une resynchronisation est en cours&#xa0;: les copies ne sont pas identiques</translation>
    </message>
    <message>
        <source>The drive %1 of %2 holds %3, which is on its node alone: eject it</source>
        <translation>Le lecteur %1 de %2 contient %3, qui n’est que sur son nœud&#xa0;: l’éjecter</translation>
    </message>
    <message>
        <source>The disk %1 of %2 is on its node alone: %3</source>
        <translation>Le disque %1 de %2 n’est que sur son nœud&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 is not known to see the volume group %2 with the disk %3 of %4</source>
        <translation>On ne sait pas si %1 voit le groupe de volumes %2, où est le disque %3 de %4</translation>
    </message>
    <message>
        <source>The disk %1 of %2 is in the volume group %3, which is on no DRBD resource: it must be the same on both nodes</source>
        <translation>Le disque %1 de %2 est dans le groupe de volumes %3, qui n’est sur aucune ressource DRBD&#xa0;: il doit être le même sur les deux nœuds</translation>
    </message>
    <message>
        <source>Not known: where the disks of %1 lie</source>
        <translation>Inconnu&#xa0;: où sont les disques de %1</translation>
    </message>
    <message>
        <source>%1 stands still after an I/O error</source>
        <translation>%1 est arrêtée par une erreur d’entrée-sortie</translation>
    </message>
    <message>
        <source>There is no other node to go to</source>
        <translation>Il n’y a pas d’autre nœud où aller</translation>
    </message>
    <message>
        <source>Migrate %1 to %2</source>
        <translation>Migrer %1 vers %2</translation>
    </message>
    <message>
        <source>Empty %1</source>
        <translation>Vider %1</translation>
    </message>
    <message>
        <source>Not known: what runs on %1</source>
        <translation>Inconnu&#xa0;: ce qui tourne sur %1</translation>
    </message>
    <message>
        <source>No guest runs on %1</source>
        <translation>Aucune VM ne tourne sur %1</translation>
    </message>
    <message>
        <source>%1 is locked: %2</source>
        <translation>%1 est verrouillée&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 uses devices of %2: %3</source>
        <translation>%1 utilise des périphériques de %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 uses the processor as it is (cpu: host), and the nodes have different ones: %2, %3</source>
        <translation>%1 utilise le processeur tel quel («&#xa0;host&#xa0;»), et les nœuds en ont de différents&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>%1 has %2 of memory free, %3 are needed</source>
        <translation>%1 a %2 de mémoire libre, il en faut %3</translation>
    </message>
    <message>
        <source>Ask for locks, devices and processor on %1, for free memory on %2</source>
        <translation>Demander verrous, périphériques et processeur sur %1, mémoire libre sur %2</translation>
    </message>
    <message>
        <source>%1 was not migrated: %2 (%3)</source>
        <translation>%1 n’a pas été migrée&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>Migrate %1 from %2 to %3</source>
        <translation>Migrer %1 de %2 vers %3</translation>
    </message>
    <message>
        <source>%1 sent, %2 of %3 left</source>
        <translation>%1 envoyés, %2 sur %3 restants</translation>
    </message>
    <message>
        <source>Does not converge: the guest writes %1, the line carries %2, %3 is left</source>
        <translation>Ne converge pas&#xa0;: la VM écrit %1, la ligne transporte %2, il reste %3</translation>
    </message>
    <message>
        <source>%1 sent, %2 of %3 left, %4, about %5</source>
        <translation>%1 envoyés, %2 sur %3 restants, %4, encore %5 environ</translation>
    </message>
    <message>
        <source>Moved in %1; the guest stood still for %2</source>
        <translation>Migrée en %1&#xa0;; temps de gel de la VM&#xa0;: %2</translation>
    </message>
    <message>
        <source>Moved in %1</source>
        <translation>Migrée en %1</translation>
    </message>
    <message>
        <source>Switch %1 off and on</source>
        <translation>Éteindre %1 puis le rallumer</translation>
    </message>
    <message>
        <source>Switch %1 off and on by its BMC</source>
        <translation>Éteindre %1 puis le rallumer par sa carte IPMI</translation>
    </message>
    <message>
        <source>%1 is not connected again: %2</source>
        <translation>%1 n’est pas reconnectée&#xa0;: %2</translation>
    </message>
    <message>
        <source>not known: DRBD&apos;s state on %1</source>
        <translation>inconnu&#xa0;: l’état de DRBD sur %1</translation>
    </message>
    <message>
        <source>The copies are not the same yet</source>
        <translation>Les copies ne sont pas encore identiques</translation>
    </message>
    <message>
        <source>See the copies of %1 connect and catch up</source>
        <translation>Voir les copies de %1 se reconnecter et rattraper leur retard</translation>
    </message>
    <message>
        <source>move running guests to the other node</source>
        <translation>migrer à chaud des VM vers l’autre nœud</translation>
    </message>
    <message>
        <source>Without stopping them: by rgmanager where it runs the guest, else by qm. --empty moves every guest that runs on NODE. --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>Sans les arrêter&#xa0;: par rgmanager s’il exécute la VM, sinon par qm. --empty migre toutes les VM qui tournent sur NODE. --plan affiche le plan et ne fait rien&#xa0;; --yes ne demande rien.</translation>
    </message>
    <message>
        <source>start and stop guests and their HA services</source>
        <translation>démarrer et arrêter des VM et leurs services HA</translation>
    </message>
    <message>
        <source>ACTION of the HA service: enable, disable, relocate, restart, freeze, thaw, or recover, out of failed. ACTION of a guest that is not under HA: start, shutdown, stop, reset. --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>ACTION sur le service HA&#xa0;: enable, disable, relocate, restart, freeze, thaw, ou recover, pour sortir de failed. ACTION sur une VM hors HA&#xa0;: start, shutdown, stop, reset. --plan affiche le plan et ne fait rien&#xa0;; --yes ne demande rien.</translation>
    </message>
    <message>
        <source>one CLUSTER and a guest&apos;s number are needed, or --empty and a NODE</source>
        <translation>il faut un CLUSTER et le numéro d’une VM, ou --empty et un NODE</translation>
    </message>
    <message>
        <source>one CLUSTER, an ACTION and a guest&apos;s number are needed</source>
        <translation>il faut un CLUSTER, une ACTION et le numéro d’une VM</translation>
    </message>
    <message>
        <source>the settings of a guest</source>
        <translation>les réglages d’une VM</translation>
    </message>
    <message>
        <source>the lines of /proc/meminfo</source>
        <translation>les lignes de /proc/meminfo</translation>
    </message>
    <message>
        <source>“%1” comes with no package</source>
        <translation>«&#xa0;%1&#xa0;» ne vient d’aucun paquet</translation>
    </message>
    <message>
        <source>each node must have it in /usr/sbin, else it cannot fence</source>
        <translation>chaque nœud doit l’avoir dans /usr/sbin, sinon il ne peut pas faire de fencing</translation>
    </message>
    <message>
        <source>Take guest %1 out of HA</source>
        <translation>Retirer la VM&#xa0;%1 de la HA</translation>
    </message>
    <message>
        <source>Put guest %1 under HA</source>
        <translation>Mettre la VM&#xa0;%1 en HA</translation>
    </message>
    <message>
        <source>see qdiskd run on both nodes, and “Quorum device votes: 1” in cman_tool status of its master (with master_wins the other node does not have it)</source>
        <translation>voir qdiskd tourner sur les deux nœuds et, dans cman_tool status de son maître, «&#xa0;Quorum device votes&#xa0;» à 1 (avec master_wins l’autre nœud ne l’a pas)</translation>
    </message>
    <message>
        <source>on the node that is not the master stop rgmanager and cman, start both again (never cman reload), and see both nodes quorate</source>
        <translation>sur le nœud qui n’est pas le maître, arrêter rgmanager et cman, les relancer (jamais cman reload), et voir le quorum sur les deux nœuds</translation>
    </message>
    <message>
        <source>on the master stop qdiskd and see “Quorum device votes: 1” on the other node; then stop its rgmanager and cman, start both again, and see both quorate</source>
        <translation>sur le maître, arrêter qdiskd et voir «&#xa0;Quorum device votes&#xa0;» à 1 sur l’autre nœud&#xa0;; puis arrêter ses rgmanager et cman, les relancer, et voir le quorum sur les deux</translation>
    </message>
    <message>
        <source>The log of %1 is told no further</source>
        <translation>Le journal de&#xa0;%1 n’est plus transmis</translation>
    </message>
    <message>
        <source>Cluster log of %1</source>
        <translation>Journal du cluster de&#xa0;%1</translation>
    </message>
    <message>
        <source>System log of %1</source>
        <translation>Journal système de&#xa0;%1</translation>
    </message>
    <message>
        <source>Kernel log of %1</source>
        <translation>Journal du noyau de&#xa0;%1</translation>
    </message>
    <message>
        <source>The address, the user or a file of %1 in the profile cannot be handed to ssh as one word</source>
        <translation>L’adresse, l’utilisateur ou un fichier de&#xa0;%1 dans le profil ne peut pas être transmis à ssh comme un seul mot</translation>
    </message>
    <message>
        <source>The archive would be too large</source>
        <translation>L’archive serait trop grande</translation>
    </message>
    <message>
        <source>Saved in %1; passwords were taken out.</source>
        <translation>Enregistré dans&#xa0;%1&#xa0;; les mots de passe ont été retirés.</translation>
    </message>
    <message>
        <source>save a diagnostic bundle for somebody who helps</source>
        <translation>enregistrer un dossier de diagnostic pour qui aide</translation>
    </message>
    <message>
        <source>Observes the cluster once and writes FILE, a ZIP archive: the snapshot, the last output of every question, cluster.conf, the timeline, the journal, versions. Passwords are taken out; names and addresses are in it.</source>
        <translation>Observe le cluster une fois et écrit FILE, une archive ZIP&#xa0;: l’instantané, la dernière sortie de chaque question, cluster.conf, la chronologie, le journal, les versions. Les mots de passe sont retirés&#xa0;; noms et adresses y sont.</translation>
    </message>
    <message>
        <source>There is no ssh on this computer: install OpenSSH&apos;s client</source>
        <translation>Il n’y a pas de ssh sur cet ordinateur&#xa0;: installer le client OpenSSH</translation>
    </message>
    <message>
        <source>No terminal program was found on this computer: the command line can be copied and run in another way</source>
        <translation>Aucun programme de terminal n’a été trouvé sur cet ordinateur&#xa0;: la ligne de commande peut être copiée et lancée autrement</translation>
    </message>
    <message>
        <source>The terminal %1 did not start</source>
        <translation>Le terminal&#xa0;%1 n’a pas démarré</translation>
    </message>
    <message>
        <source>Terminal on %1</source>
        <translation>Terminal sur&#xa0;%1</translation>
    </message>
    <message>
        <source>Copy the ssh command line of %1</source>
        <translation>Copier la ligne de commande ssh de&#xa0;%1</translation>
    </message>
    <message>
        <source>Web page of Proxmox VE on %1</source>
        <translation>Page web de Proxmox VE sur&#xa0;%1</translation>
    </message>
    <message>
        <source>Web page of the BMC of %1 (%2)</source>
        <translation>Page web de la carte IPMI de&#xa0;%1 (%2)</translation>
    </message>
    <message>
        <source>The BMC answered something that is no %1</source>
        <translation>La carte IPMI a répondu quelque chose qui n’est pas&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>température</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation>tension</translation>
    </message>
    <message>
        <source>electric current</source>
        <translation>courant</translation>
    </message>
    <message>
        <source>fan</source>
        <translation>ventilateur</translation>
    </message>
    <message>
        <source>chassis intrusion</source>
        <translation>ouverture du châssis</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>power supply</source>
        <translation>alimentation</translation>
    </message>
    <message>
        <source>power unit</source>
        <translation>unité d’alimentation</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>drive bay</source>
        <translation>baie de disque</translation>
    </message>
    <message>
        <source>firmware start</source>
        <translation>démarrage du micrologiciel</translation>
    </message>
    <message>
        <source>event log</source>
        <translation>journal d’événements</translation>
    </message>
    <message>
        <source>system event</source>
        <translation>événement système</translation>
    </message>
    <message>
        <source>critical interrupt</source>
        <translation>interruption critique</translation>
    </message>
    <message>
        <source>button</source>
        <translation>bouton</translation>
    </message>
    <message>
        <source>start of the machine</source>
        <translation>démarrage de la machine</translation>
    </message>
    <message>
        <source>operating system</source>
        <translation>système d’exploitation</translation>
    </message>
    <message>
        <source>ACPI power state</source>
        <translation>état d’énergie ACPI</translation>
    </message>
    <message>
        <source>watchdog</source>
        <translation>chien de garde</translation>
    </message>
    <message>
        <source>management controller</source>
        <translation>contrôleur de gestion</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présente</translation>
    </message>
    <message>
        <source>has failed</source>
        <translation>en panne</translation>
    </message>
    <message>
        <source>about to fail</source>
        <translation>panne annoncée</translation>
    </message>
    <message>
        <source>input lost</source>
        <translation>entrée perdue</translation>
    </message>
    <message>
        <source>input lost or out of range</source>
        <translation>entrée perdue ou hors limites</translation>
    </message>
    <message>
        <source>input out of range</source>
        <translation>entrée hors limites</translation>
    </message>
    <message>
        <source>wrongly configured</source>
        <translation>mal configurée</translation>
    </message>
    <message>
        <source>below the lower warning threshold</source>
        <translation>sous le seuil bas d’avertissement</translation>
    </message>
    <message>
        <source>above the lower warning threshold again</source>
        <translation>de nouveau au-dessus du seuil bas d’avertissement</translation>
    </message>
    <message>
        <source>below the lower critical threshold</source>
        <translation>sous le seuil bas critique</translation>
    </message>
    <message>
        <source>above the lower critical threshold again</source>
        <translation>de nouveau au-dessus du seuil bas critique</translation>
    </message>
    <message>
        <source>below the lower unrecoverable threshold</source>
        <translation>sous le seuil bas irrécupérable</translation>
    </message>
    <message>
        <source>above the lower unrecoverable threshold again</source>
        <translation>de nouveau au-dessus du seuil bas irrécupérable</translation>
    </message>
    <message>
        <source>below the upper warning threshold again</source>
        <translation>de nouveau sous le seuil haut d’avertissement</translation>
    </message>
    <message>
        <source>above the upper warning threshold</source>
        <translation>au-dessus du seuil haut d’avertissement</translation>
    </message>
    <message>
        <source>below the upper critical threshold again</source>
        <translation>de nouveau sous le seuil haut critique</translation>
    </message>
    <message>
        <source>above the upper critical threshold</source>
        <translation>au-dessus du seuil haut critique</translation>
    </message>
    <message>
        <source>below the upper unrecoverable threshold again</source>
        <translation>de nouveau sous le seuil haut irrécupérable</translation>
    </message>
    <message>
        <source>above the upper unrecoverable threshold</source>
        <translation>au-dessus du seuil haut irrécupérable</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>type&#xa0;%1</translation>
    </message>
    <message>
        <source>the maker&apos;s own: %1</source>
        <translation>propre au constructeur&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <translation>terminé&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>state %1 ended (%2)</source>
        <translation>état&#xa0;%1 terminé (%2)</translation>
    </message>
    <message>
        <source>state %1 (%2)</source>
        <translation>état&#xa0;%1 (%2)</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>état&#xa0;%1</translation>
    </message>
    <message>
        <source>This way to the BMC can only tell the power state</source>
        <translation>Ce chemin vers la carte IPMI ne donne que l’état de l’alimentation</translation>
    </message>
    <message>
        <source>This computer knows no way of its own to a BMC of %1</source>
        <translation>Cet ordinateur ne connaît pas de chemin à lui vers une carte IPMI de&#xa0;%1</translation>
    </message>
    <message>
        <source>Sensors and event log of the BMC of %1</source>
        <translation>Capteurs et journal d’événements de la carte IPMI de&#xa0;%1</translation>
    </message>
    <message>
        <source>This computer has no way to the BMC of %1: nothing was sent to it</source>
        <translation>Ce poste n’a pas de chemin vers la carte IPMI de %1&#xa0;: rien ne lui a été envoyé</translation>
    </message>
    <message>
        <source>%1 cannot be asked for the BMC of %2: nothing was sent to it</source>
        <translation>%1 ne peut pas interroger la carte IPMI de %2&#xa0;: rien ne lui a été envoyé</translation>
    </message>
    <message>
        <source>no node tells whether rgmanager runs on %1</source>
        <translation>aucun nœud ne dit si rgmanager tourne sur %1</translation>
    </message>
    <message>
        <source>rgmanager runs on %1</source>
        <translation>rgmanager tourne sur %1</translation>
    </message>
    <message>
        <source>rgmanager does not run on %1</source>
        <translation>rgmanager ne tourne pas sur %1</translation>
    </message>
    <message>
        <source>Guest %1 still runs on %2</source>
        <translation>La VM %1 tourne encore sur %2</translation>
    </message>
    <message>
        <source>This computer does not get through to the BMC of %1: that it went off will not be confirmed</source>
        <translation>Ce poste n’atteint pas la carte IPMI de %1&#xa0;: son extinction ne sera pas confirmée</translation>
    </message>
    <message>
        <source>Stop the whole cluster, %1 first</source>
        <translation>Arrêter tout le cluster, %1 d’abord</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) are shut down and nobody goes on: %1. For the start, remember that %2 stops last</source>
        <translation>
            <numerusform>%n VM est arrêtée et personne ne continue&#xa0;: %1. Pour le démarrage, retenez que %2 s’arrête en dernier</numerusform>
            <numerusform>%n VM sont arrêtées et personne ne continue&#xa0;: %1. Pour le démarrage, retenez que %2 s’arrête en dernier</numerusform>
        </translation>
    </message>
    <message>
        <source>See that no guest runs on either node</source>
        <translation>Voir qu’aucune VM ne tourne sur aucun des deux nœuds</translation>
    </message>
    <message>
        <source>Not known: whether %1 is off. Only this computer can ask its BMC while both nodes are down</source>
        <translation>Inconnu&#xa0;: si %1 est éteint. Seul ce poste peut interroger sa carte IPMI quand les deux nœuds sont arrêtés</translation>
    </message>
    <message>
        <source>The BMC of %1 says that it is on, and it does not answer: it boots, or it hangs</source>
        <translation>La carte IPMI de %1 le dit allumé, et il ne répond pas&#xa0;: il démarre, ou il est figé</translation>
    </message>
    <message>
        <source>%1 is not yet in a cluster with quorum where rgmanager runs</source>
        <translation>%1 n’est pas encore dans un cluster ayant le quorum et où rgmanager tourne</translation>
    </message>
    <message>
        <source>Start the whole cluster, %1 first</source>
        <translation>Démarrer tout le cluster, %1 d’abord</translation>
    </message>
    <message>
        <source>The node that stopped last has the newest data and is switched on first; the other follows at once, or it would be fenced while it boots</source>
        <translation>Le nœud arrêté en dernier a les données les plus récentes et s’allume le premier&#xa0;; l’autre suit aussitôt, sinon il serait fencé pendant son démarrage</translation>
    </message>
    <message>
        <source>See %1 and %2 in a cluster with quorum</source>
        <translation>Voir %1 et %2 dans un cluster ayant le quorum</translation>
    </message>
    <message>
        <source>This cluster has no second node</source>
        <translation>Ce cluster n’a pas de second nœud</translation>
    </message>
    <message>
        <source>not known: %1 does not tell its fence domain</source>
        <translation>inconnu&#xa0;: %1 ne dit pas son domaine de fencing</translation>
    </message>
    <message>
        <source>%1 is not in the fence domain of %2 yet</source>
        <translation>%1 n’est pas encore dans le domaine de fencing de %2</translation>
    </message>
    <message>
        <source>%1 is still in the fence domain of %2</source>
        <translation>%1 est encore dans le domaine de fencing de %2</translation>
    </message>
    <message>
        <source>Take %1 into maintenance</source>
        <translation>Mettre %1 en maintenance</translation>
    </message>
    <message>
        <source>End the maintenance of %1</source>
        <translation>Terminer la maintenance de %1</translation>
    </message>
    <message>
        <source>Stop rgmanager on %1</source>
        <translation>Arrêter rgmanager sur %1</translation>
    </message>
    <message>
        <source>Start rgmanager on %1</source>
        <translation>Démarrer rgmanager sur %1</translation>
    </message>
    <message>
        <source>Let %1 leave the cluster</source>
        <translation>Faire quitter le cluster à %1</translation>
    </message>
    <message>
        <source>Let %1 join the cluster</source>
        <translation>Faire rejoindre le cluster à %1</translation>
    </message>
    <message>
        <source>Reboot %1 in order</source>
        <translation>Redémarrer %1 proprement</translation>
    </message>
    <message>
        <source>Shut %1 down in order</source>
        <translation>Arrêter %1 proprement</translation>
    </message>
    <message>
        <source>%1 does not answer. When it boots it joins by itself</source>
        <translation>%1 ne répond pas. À son démarrage, il rejoint de lui-même</translation>
    </message>
    <message>
        <source>No other node that has quorum tells of %1. Both at once have plans of their own</source>
        <translation>Aucun autre nœud ayant le quorum ne parle de %1. Les deux à la fois ont leurs propres plans</translation>
    </message>
    <message>
        <source>%1 is no member of the cluster; it has left it</source>
        <translation>%1 n’est pas membre du cluster&#xa0;; il l’a quitté</translation>
    </message>
    <message>
        <source>rgmanager has on %1 what cannot be moved while it runs: %2</source>
        <translation>rgmanager a sur %1 ce qui ne peut pas être déplacé en marche&#xa0;: %2</translation>
    </message>
    <message>
        <source>Until its maintenance ends %1 protects no guest, and those of %2 have nowhere to go</source>
        <translation>Tant que dure sa maintenance, %1 ne protège aucune VM, et celles de %2 n’ont nulle part où aller</translation>
    </message>
    <message>
        <source>%1 is in the cluster and its fence domain, and rgmanager runs: there is nothing to bring back</source>
        <translation>%1 est dans le cluster et son domaine de fencing, et rgmanager tourne&#xa0;: il n’y a rien à ramener</translation>
    </message>
    <message>
        <source>rgmanager runs on %1 already</source>
        <translation>rgmanager tourne déjà sur %1</translation>
    </message>
    <message>
        <source>%1 is a member of the cluster and its fence domain already</source>
        <translation>%1 est déjà membre du cluster et de son domaine de fencing</translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) stop and start again on %1, an outage: %2. Emptying the node first has none</source>
        <translation>
            <numerusform>%n VM en HA s’arrête et redémarre sur %1, une coupure&#xa0;: %2. Vider le nœud d’abord l’évite</numerusform>
            <numerusform>%n VM en HA s’arrêtent et redémarrent sur %1, une coupure&#xa0;: %2. Vider le nœud d’abord l’évite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) of %1 stop and start nowhere, as rgmanager is not seen running on another node: %2</source>
        <translation>
            <numerusform>%n VM en HA de %1 s’arrête et ne démarre nulle part, rgmanager n’étant vu en marche sur aucun autre nœud&#xa0;: %2</numerusform>
            <numerusform>%n VM en HA de %1 s’arrêtent et ne démarrent nulle part, rgmanager n’étant vu en marche sur aucun autre nœud&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) of %1 stop with it and start nowhere else: %2</source>
        <translation>
            <numerusform>%n VM de %1 s’arrête avec lui et ne démarre nulle part ailleurs&#xa0;: %2</numerusform>
            <numerusform>%n VM de %1 s’arrêtent avec lui et ne démarrent nulle part ailleurs&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) may start on %1 then: %2</source>
        <translation>
            <numerusform>%n VM en HA peut alors démarrer sur %1&#xa0;: %2</numerusform>
            <numerusform>%n VM en HA peuvent alors démarrer sur %1&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rgmanager stops what it does not own as it starts: %n guest(s) that run on %1, %2</source>
        <translation>
            <numerusform>rgmanager arrête en démarrant ce qu’il n’a pas en charge&#xa0;: %n VM qui tourne sur %1, %2</numerusform>
            <numerusform>rgmanager arrête en démarrant ce qu’il n’a pas en charge&#xa0;: %n VM qui tournent sur %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not run on %2</source>
        <translation>%1 ne tourne pas sur %2</translation>
    </message>
    <message>
        <source>%1 still runs on %2</source>
        <translation>%1 tourne encore sur %2</translation>
    </message>
    <message>
        <source>rgmanager still has on %1: %2</source>
        <translation>rgmanager a encore sur %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>rgmanager is still seen running on %1</source>
        <translation>rgmanager est encore vu en marche sur %1</translation>
    </message>
    <message>
        <source>Leave the fence domain on %1</source>
        <translation>Quitter le domaine de fencing sur %1</translation>
    </message>
    <message>
        <source>Stop cman on %1</source>
        <translation>Arrêter cman sur %1</translation>
    </message>
    <message>
        <source>Leave the fence domain and stop cman on %1</source>
        <translation>Quitter le domaine de fencing et arrêter cman sur %1</translation>
    </message>
    <message>
        <source>Start cman on %1</source>
        <translation>Démarrer cman sur %1</translation>
    </message>
    <message>
        <source>Join the fence domain on %1</source>
        <translation>Rejoindre le domaine de fencing sur %1</translation>
    </message>
    <message>
        <source>Shut %1 down and see its power go off</source>
        <translation>Arrêter %1 et voir son alimentation se couper</translation>
    </message>
    <message>
        <source>%1 has not gone down yet</source>
        <translation>%1 ne s’est pas encore arrêté</translation>
    </message>
    <message>
        <source>Reboot %1 from within</source>
        <translation>Redémarrer %1 de l’intérieur</translation>
    </message>
    <message>
        <source>%1 answers and is a member of the cluster: reboot it from within</source>
        <translation>%1 répond et est membre du cluster&#xa0;: le redémarrer de l’intérieur</translation>
    </message>
    <message>
        <source>%1 is still a member: %2 will take it for dead and may fence it while it boots</source>
        <translation>%1 est encore membre&#xa0;: %2 le croira mort et peut le fencer pendant son démarrage</translation>
    </message>
    <message>
        <source>Only a system that listens to its power button shuts down by it; on a node that the cluster can fence, acpid should be off, and then nothing happens</source>
        <translation>Seul un système qui écoute son bouton s’arrête ainsi&#xa0;; sur un nœud que le cluster peut fencer, acpid devrait être arrêté, et rien ne se passe alors</translation>
    </message>
    <message>
        <source>The BMC accepted it; the lamp itself is seen at the machine only</source>
        <translation>La carte IPMI l’a accepté&#xa0;; le voyant lui-même ne se voit que devant la machine</translation>
    </message>
    <message>
        <source>By ipmitool on %1, as this computer does not get through to the BMC: %2</source>
        <translation>Par ipmitool sur %1, car ce poste n’atteint pas la carte IPMI&#xa0;: %2</translation>
    </message>
    <message>
        <source>By ipmitool on %1, as this computer is not used to talk to BMCs</source>
        <translation>Par ipmitool sur %1, car ce poste ne sert pas à parler aux cartes IPMI</translation>
    </message>
    <message>
        <source>Reset %1 hard</source>
        <translation>Réinitialiser %1 de force</translation>
    </message>
    <message>
        <source>Press the power button of %1</source>
        <translation>Appuyer sur le bouton de %1</translation>
    </message>
    <message>
        <source>Light the lamp on %1</source>
        <translation>Allumer le voyant de %1</translation>
    </message>
    <message>
        <source>Reset %1 by its BMC</source>
        <translation>Réinitialiser %1 par sa carte IPMI</translation>
    </message>
    <message>
        <source>Ask the system of %1 by its BMC to shut itself down</source>
        <translation>Demander au système de %1, par sa carte IPMI, de s’arrêter</translation>
    </message>
    <message>
        <source>Let the BMC of %1 light its lamp</source>
        <translation>Faire allumer le voyant par la carte IPMI de %1</translation>
    </message>
    <message>
        <source>The BMC at %1 declined the order</source>
        <translation>La carte IPMI à %1 a refusé l’ordre</translation>
    </message>
    <message>
        <source>The node that would ask the BMC is not connected</source>
        <translation>Le nœud qui interrogerait la carte IPMI n’est pas connecté</translation>
    </message>
    <message>
        <source>take a node out of the cluster and back, or down</source>
        <translation>sortir un nœud du cluster et l’y ramener, ou l’arrêter</translation>
    </message>
    <message>
        <source>one CLUSTER, an ACTION and one NODE are needed</source>
        <translation>il faut un CLUSTER, une ACTION et un NODE</translation>
    </message>
    <message>
        <source>Stopped between two steps, as it was asked: what was done before stays, this one was not sent</source>
        <translation>Arrêtée entre deux étapes, comme demandé&#xa0;: ce qui était fait le reste, celle-ci n’a pas été envoyée</translation>
    </message>
    <message>
        <source>Not known before the first step asks: locks, devices and processors, and whether %1 has enough memory free. Nothing moves if one of them speaks against it</source>
        <translation>Inconnu avant que la première étape ne le demande&#xa0;: verrous, périphériques et processeurs, et si %1 a assez de mémoire libre. Rien ne bouge si l’un d’eux s’y oppose</translation>
    </message>
    <message>
        <source>A cancel between two guests keeps the next one where it is; those that moved stay there</source>
        <translation>Annuler entre deux VM laisse la suivante où elle est&#xa0;; celles qui ont migré restent là-bas</translation>
    </message>
    <message>
        <source>%1 answers: it is alive</source>
        <translation>%1 répond&#xa0;: il est vivant</translation>
    </message>
    <message>
        <source>The BMC of %1 says that it is on: two nodes that write to the same disks destroy them</source>
        <translation>La carte IPMI de %1 le dit allumé&#xa0;: deux nœuds qui écrivent sur les mêmes disques les détruisent</translation>
    </message>
    <message>
        <source>The BMC of %1 says that it is off</source>
        <translation>La carte IPMI de %1 le dit éteint</translation>
    </message>
    <message>
        <source>No BMC tells whether %1 is off: you vouch for having seen it off, or without power. Should it run, two nodes write to the same disks</source>
        <translation>Aucune carte IPMI ne dit si %1 est éteint&#xa0;: vous attestez l’avoir vu éteint ou sans alimentation. S’il tourne, deux nœuds écrivent sur les mêmes disques</translation>
    </message>
    <message>
        <source>No node is known to try to fence %1 now: there is nothing to acknowledge</source>
        <translation>Aucun nœud connu n’essaie de fencer %1 maintenant&#xa0;: il n’y a rien à acquitter</translation>
    </message>
    <message>
        <source>%1 waits for quorum before it fences: it does not listen to an acknowledgement yet</source>
        <translation>%1 attend le quorum avant de fencer&#xa0;: il n’écoute pas encore d’acquittement</translation>
    </message>
    <message>
        <source>%1 then takes %2 for fenced and starts its guests under HA. Should the fencing succeed before, nothing is acknowledged</source>
        <translation>%1 tient alors %2 pour fencé et démarre ses VM sous HA. Si le fencing réussit avant, rien n’est acquitté</translation>
    </message>
    <message>
        <source>fenced on %1 did not listen within %2: either it has fenced %3 meanwhile, or its agent hangs</source>
        <translation>fenced sur %1 n’a pas écouté en %2&#xa0;: soit il a fencé %3 entre-temps, soit son agent est bloqué</translation>
    </message>
    <message>
        <source>fence_ack_manual failed on %1</source>
        <translation>fence_ack_manual a échoué sur %1</translation>
    </message>
    <message>
        <source>Tell fenced on %1 that %2 is dead</source>
        <translation>Dire à fenced sur %1 que %2 est mort</translation>
    </message>
    <message>
        <source>Acknowledge the fencing of %1 by hand</source>
        <translation>Acquitter à la main le fencing de %1</translation>
    </message>
    <message>
        <source>cman does not tell of itself on %1: there are no votes to lower</source>
        <translation>cman ne dit rien de lui sur %1&#xa0;: il n’y a pas de votes à abaisser</translation>
    </message>
    <message>
        <source>%1 has quorum: there is nothing to lower</source>
        <translation>%1 a le quorum&#xa0;: il n’y a rien à abaisser</translation>
    </message>
    <message>
        <source>Let %1 have quorum alone</source>
        <translation>Donner le quorum à %1 seul</translation>
    </message>
    <message>
        <source>%1 is not off by the word of its BMC: nothing was changed</source>
        <translation>%1 n’est pas éteint d’après sa carte IPMI&#xa0;: rien n’a été changé</translation>
    </message>
    <message>
        <source>The node that stays fences NODE; it is then seen to leave, and to come back or to stay off. --acknowledge tells the cluster that NODE is dead (fence_ack_manual), while fencing it fails and after its power was seen to be off. --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>Le nœud qui reste fence NODE, que l’on voit alors partir, puis revenir ou rester éteint. --acknowledge dit au cluster que NODE est mort (fence_ack_manual), pendant que son fencing échoue et après l’avoir vu éteint. --plan affiche le plan et ne fait rien&#xa0;; --yes ne demande rien.</translation>
    </message>
    <message>
        <source>ACTION is maintenance (emptied, then out of the cluster), end-maintenance, leave, join, stop-rgmanager, start-rgmanager, reboot, shutdown, stop-both (NODE goes down first), cold-start (NODE, which went down last, is switched on first), or quorum-alone (pvecm expected 1 on NODE, the others off). --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>ACTION est maintenance (vidé, puis hors du cluster), end-maintenance, leave, join, stop-rgmanager, start-rgmanager, reboot, shutdown, stop-both (NODE s’éteint en premier), cold-start (NODE, éteint en dernier, est allumé en premier) ou quorum-alone (pvecm expected 1 sur NODE, les autres éteints). --plan affiche le plan et ne fait rien&#xa0;; --yes ne demande rien.</translation>
    </message>
    <message>
        <source>The settings in %1 are of a newer release of Binôme: they are read as far as they are understood, and left as they are. What is changed here lasts until the program ends.</source>
        <translation>Les réglages de %1 viennent d’une version plus récente de Binôme&#xa0;: ils sont lus autant qu’ils sont compris, et laissés tels quels. Ce qui est changé ici ne dure que jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged: those before the last change are used. The damaged file is kept as %2.</source>
        <translation>Les réglages de %1 sont abîmés&#xa0;: ceux d’avant le dernier changement sont repris. Le fichier abîmé est gardé sous %2.</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged: the program starts without them. The damaged file is kept as %2.</source>
        <translation>Les réglages de %1 sont abîmés&#xa0;: le programme démarre sans eux. Le fichier abîmé est gardé sous %2.</translation>
    </message>
    <message>
        <source>status asks the BMC by this computer&apos;s own session and by ipmitool on every other node, and says what each was told. Orders go by this computer&apos;s own session, or by ipmitool on the other node where that fails; the state is read twice. A member of the cluster is never switched off; reset is for one that hangs, soft presses the power button, identify lights the lamp. --plan prints the plan and does nothing; --yes asks nothing.</source>
        <translation>status interroge la carte IPMI par la session de cet ordinateur et par ipmitool sur chaque autre nœud, et dit ce qu’a appris chacun. Les ordres passent par la session de cet ordinateur, ou par ipmitool sur l’autre nœud si elle échoue&#xa0;; l’état est lu deux fois. Un membre du cluster n’est jamais éteint&#xa0;; reset est pour celui qui est bloqué, soft appuie sur son bouton, identify allume le voyant. --plan affiche le plan et ne fait rien&#xa0;; --yes ne demande rien.</translation>
    </message>
    <message>
        <source>one CLUSTER, one NODE, and status, on, off, cycle, reset, soft or identify are needed</source>
        <translation>il faut un CLUSTER, un NODE, et status, on, off, cycle, reset, soft ou identify</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>%1 has no BMC that can be asked</source>
        <translation>%1 n’a pas de carte IPMI que l’on puisse interroger</translation>
    </message>
    <message>
        <source>the mode of the interface before it</source>
        <translation>le mode de l’interface qui précède</translation>
    </message>
    <message>
        <source>A node does not reach its own BMC, and there is no other node to reach it from</source>
        <translation>Un nœud ne joint pas son propre BMC, et aucun autre nœud ne peut le joindre</translation>
    </message>
    <message>
        <source>A node does not reach its own BMC, and %1, from where it would be reached, does not answer</source>
        <translation>Un nœud ne joint pas son propre BMC, et %1, d’où il serait joint, ne répond pas</translation>
    </message>
    <message>
        <source>The address or the user of the BMC %1 in cluster.conf cannot be handed to ipmitool as one word</source>
        <translation>L’adresse ou l’utilisateur du BMC %1 dans cluster.conf ne peut pas être passé à ipmitool en un seul mot</translation>
    </message>
    <message>
        <source>Serial console of %1 (BMC %2)</source>
        <translation>Console série de %1 (BMC %2)</translation>
    </message>
    <message>
        <source>Serial console of %1 (BMC)</source>
        <translation>Console série de %1 (BMC)</translation>
    </message>
    <message>
        <source>It was asked to call this step back</source>
        <translation>Il a été demandé de rappeler cette étape</translation>
    </message>
    <message>
        <source>%1 still waits for a node to be fenced: nothing was acknowledged</source>
        <translation>%1 attend toujours qu’un nœud soit fencé&#xa0;: rien n’a été acquitté</translation>
    </message>
    <message>
        <source>no node tells whether %1 is still to be fenced</source>
        <translation>aucun nœud ne dit si %1 doit encore être fencé</translation>
    </message>
    <message>
        <source>%1 waits for no node to be fenced any more</source>
        <translation>%1 n’attend plus qu’un nœud soit fencé</translation>
    </message>
    <message>
        <source>%1 does not tell whether it has quorum</source>
        <translation>%1 ne dit pas s’il a le quorum</translation>
    </message>
    <message>
        <source>%1 has quorum: it has %2 votes, and needs %3</source>
        <translation>%1 a le quorum&#xa0;: il a %2 votes, il en faut %3</translation>
    </message>
    <message>
        <source>%1 has no quorum: it has %2 votes, and needs %3</source>
        <translation>%1 n’a pas le quorum&#xa0;: il a %2 votes, il en faut %3</translation>
    </message>
    <message>
        <source>A migration by qm can be called back while it runs, until its last pass: the guest then goes on on %2; too late, it ends on %1</source>
        <translation>Une migration par qm peut être rappelée tant qu’elle tourne, jusqu’à sa dernière passe&#xa0;: la VM continue alors sur %2&#xa0;; trop tard, elle finit sur %1</translation>
    </message>
    <message>
        <source>A migration by rgmanager is not called back from here, for clusvcadm has no word for it: it ends on %1, or the guest stays on %2 when qm gives up</source>
        <translation>Une migration par rgmanager ne se rappelle pas d’ici, car clusvcadm n’a pas de mot pour cela&#xa0;: elle finit sur %1, ou la VM reste sur %2 si qm abandonne</translation>
    </message>
    <message>
        <source>%1 is locked: %2. The lock goes with the task that took it; only when no such task runs any more, on either node: qm unlock %3</source>
        <translation>%1 est verrouillée&#xa0;: %2. Le verrou part avec la tâche qui l’a posé&#xa0;; seulement si aucune telle tâche ne tourne plus, sur aucun des deux nœuds&#xa0;: qm unlock %3</translation>
    </message>
    <message>
        <source>%1 uses devices of %2: %3. Take them out of its hardware; what it cannot do without keeps it there</source>
        <translation>%1 utilise des périphériques de %2&#xa0;: %3. Les retirer de son matériel&#xa0;; celui dont elle ne peut se passer la retient là</translation>
    </message>
    <message>
        <source>%1 uses the processor as it is (cpu: %2), and the nodes have different ones: %3, %4. Give it the type kvm64, which counts from its next start; or shut it down and start it there</source>
        <translation>%1 utilise le processeur tel quel (cpu&#xa0;: %2), et les nœuds en ont de différents&#xa0;: %3, %4. Lui donner le type kvm64, qui compte à partir de son prochain démarrage&#xa0;; ou l’arrêter et la démarrer là-bas</translation>
    </message>
    <message>
        <source>%1 is given a processor of the type %2, and the nodes have different ones: %3, %4. It breaks if the second lacks what that type has</source>
        <translation>%1 reçoit un processeur du type %2, et les nœuds en ont de différents&#xa0;: %3, %4. Elle casse si le second n’a pas ce qu’a ce type</translation>
    </message>
    <message>
        <source>%1 has %2 of memory free, %3 are needed: move fewer guests, or stop one there</source>
        <translation>%1 a %2 de mémoire libre, il en faut %3&#xa0;: migrer moins de VM, ou en arrêter une là-bas</translation>
    </message>
    <message>
        <source>The first step asks once more for locks, devices, processors and memory. Nothing moves if one of them speaks against it by then</source>
        <translation>La première étape redemande verrous, périphériques, processeurs et mémoire. Rien ne bouge si l’un d’eux s’y oppose alors</translation>
    </message>
    <message>
        <source>not known: whether %1 is locked</source>
        <translation>inconnu&#xa0;: si %1 est verrouillée</translation>
    </message>
    <message>
        <source>It was too late to call %1 back: it had gone through, and %1 runs on %2</source>
        <translation>Il était trop tard pour rappeler %1&#xa0;: la migration était passée, et %1 tourne sur %2</translation>
    </message>
    <message>
        <source>%1 was called back: it runs on %2 and only there, and is not locked</source>
        <translation>%1 a été rappelée&#xa0;: elle tourne sur %2 et seulement là, et n’est pas verrouillée</translation>
    </message>
    <message>
        <source>%1 was called back, but is not seen whole on %2: %3</source>
        <translation>%1 a été rappelée, mais n’est pas vue entière sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>rgmanager runs it: clusvcadm has no word to call a migration back</source>
        <translation>rgmanager la mène&#xa0;: clusvcadm n’a pas de mot pour rappeler une migration</translation>
    </message>
    <message>
        <source>/proc/meminfo cannot be read on %1</source>
        <translation>/proc/meminfo ne peut pas être lu sur %1</translation>
    </message>
    <message>
        <source>an amount of memory in kB</source>
        <translation>une quantité de mémoire en kB</translation>
    </message>
    <message>
        <source>%1 tries to fence %2 now: do this only when it does not get through. A fence device that reboots may switch it on again; and %1 waits for its own proof all the same: once %2 is seen off, acknowledge the fencing by hand</source>
        <translation>%1 essaie maintenant de fencer %2&#xa0;: ne le faire que s’il n’y parvient pas. Un dispositif de fencing qui redémarre peut le rallumer&#xa0;; et %1 attend tout de même sa propre preuve&#xa0;: une fois %2 vu éteint, acquitter le fencing à la main</translation>
    </message>
    <message>
        <source>No viewer connected within %1</source>
        <translation>Aucun lecteur ne s’est connecté en %1</translation>
    </message>
    <message>
        <source>This computer gives no port for it</source>
        <translation>Cet ordinateur ne donne aucun port pour cela</translation>
    </message>
    <message>
        <source>Guest %1 does not run on %2: it has no console</source>
        <translation>La VM %1 ne tourne pas sur %2&#xa0;: elle n’a pas de console</translation>
    </message>
    <message>
        <source>Guest %1 is not on %2 any more</source>
        <translation>La VM %1 n’est plus sur %2</translation>
    </message>
    <message>
        <source>The login on %2 may not open the console of guest %1: qm wants root</source>
        <translation>Le compte sur %2 ne peut pas ouvrir la console de la VM %1&#xa0;: qm veut root</translation>
    </message>
    <message>
        <source>sudo on %2 does not let this login open the console of guest %1 without a password</source>
        <translation>sudo sur %2 ne laisse pas ce compte ouvrir la console de la VM %1 sans mot de passe</translation>
    </message>
    <message>
        <source>The login on %2 may not open the console of guest %1</source>
        <translation>Le compte sur %2 ne peut pas ouvrir la console de la VM %1</translation>
    </message>
    <message>
        <source>Guest %1 on %2 stopped answering</source>
        <translation>La VM %1 sur %2 ne répond plus</translation>
    </message>
    <message>
        <source>QEMU of guest %1 on %2 declined to open its console</source>
        <translation>QEMU de la VM %1 sur %2 a refusé d’ouvrir sa console</translation>
    </message>
    <message>
        <source>The console of guest %1 was closed on %2: the guest was stopped or moved, the viewer&apos;s password was wrong, or nothing happened for 15 minutes</source>
        <translation>La console de la VM %1 a été fermée sur %2&#xa0;: la VM a été arrêtée ou déplacée, le mot de passe du lecteur était faux, ou rien ne s’est passé pendant 15 minutes</translation>
    </message>
    <message>
        <source>There is no qm on %2 to open the console of guest %1</source>
        <translation>Il n’y a pas de qm sur %2 pour ouvrir la console de la VM %1</translation>
    </message>
    <message>
        <source>The console of guest %1 on %2 ended with an error</source>
        <translation>La console de la VM %1 sur %2 s’est terminée par une erreur</translation>
    </message>
    <message>
        <source>What answers as the console of guest %1 on %2 does not speak VNC</source>
        <translation>Ce qui répond comme console de la VM %1 sur %2 ne parle pas VNC</translation>
    </message>
    <message>
        <source>The console of guest %1 on %2 takes no one-time password: qm there is older than that of Proxmox VE 3.3</source>
        <translation>La console de la VM %1 sur %2 n’accepte pas de mot de passe à usage unique&#xa0;: qm y est antérieur à celui de Proxmox VE 3.3</translation>
    </message>
    <message>
        <source>The viewer&apos;s file %1 cannot be written</source>
        <translation>Le fichier %1 du lecteur ne peut pas être écrit</translation>
    </message>
    <message>
        <source>The viewer %1 did not start</source>
        <translation>Le lecteur %1 n’a pas démarré</translation>
    </message>
    <message>
        <source>Console of guest %1</source>
        <translation>Console de la VM %1</translation>
    </message>
    <message>
        <source>Console of guest %1 on %2</source>
        <translation>Console de la VM %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Gui::AboutDialog</name>
    <message>
        <source>this program</source>
        <translation>ce programme</translation>
    </message>
    <message>
        <source>windows, files, network and the store of the journal</source>
        <translation>fenêtres, fichiers, réseau et dépôt du journal</translation>
    </message>
    <message>
        <source>SSH to the machines</source>
        <translation>SSH vers les machines</translation>
    </message>
    <message>
        <source>IPMI to the BMCs</source>
        <translation>IPMI vers les cartes IPMI</translation>
    </message>
    <message>
        <source>cryptography of SSH and IPMI</source>
        <translation>cryptographie de SSH et d’IPMI</translation>
    </message>
    <message>
        <source>the files of the journal and history</source>
        <translation>les fichiers du journal et de l’historique</translation>
    </message>
    <message>
        <source>the schema&apos;s verdict on cluster.conf</source>
        <translation>le verdict du schéma sur cluster.conf</translation>
    </message>
    <message>
        <source>the editor of cluster.conf</source>
        <translation>l’éditeur de cluster.conf</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>courbes</translation>
    </message>
    <message>
        <source>passwords in the system&apos;s keychain (not on Windows)</source>
        <translation>mots de passe dans le trousseau du système (hors Windows)</translation>
    </message>
    <message>
        <source>results and errors</source>
        <translation>résultats et erreurs</translation>
    </message>
    <message>
        <source>differences of two texts</source>
        <translation>différences entre deux textes</translation>
    </message>
    <message>
        <source>About Binôme</source>
        <translation>À propos de Binôme</translation>
    </message>
    <message>
        <source>Binôme %1
Console for two-node high-availability clusters.
Free software under the GNU GPL, version 3 or later. It asks no server for updates and tells nobody anything.</source>
        <translation>Binôme %1
Console pour les clusters haute disponibilité à deux nœuds.
Logiciel libre sous GNU GPL, version 3 ou ultérieure. Il ne cherche aucune mise à jour sur un serveur et n’envoie rien à personne.</translation>
    </message>
    <message>
        <source>What the program is made of</source>
        <translation>Ce dont le programme est fait</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1: %2. Licence: %3</source>
        <translation>%1&#xa0;: %2. Licence&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>Gui::ActionCenter</name>
    <message>
        <source>No cluster is open.</source>
        <translation>Aucun cluster n’est ouvert.</translation>
    </message>
    <message>
        <source>What is shown here is not live: nothing can be changed from it.</source>
        <translation>Ce qui est montré ici n’est pas en direct&#xa0;: rien ne peut en être modifié.</translation>
    </message>
    <message>
        <source>You are an observer of this cluster: choose another role in the menu Actions.</source>
        <translation>Vous êtes observateur de ce cluster&#xa0;: choisir un autre rôle dans le menu Actions.</translation>
    </message>
</context>
<context>
    <name>Gui::ActionDialog</name>
    <message>
        <source>It was confirmed already.</source>
        <translation>Elle a déjà été confirmée.</translation>
    </message>
    <message>
        <source>The plan would be another one now: look at it first.</source>
        <translation>Le plan serait autre maintenant&#xa0;: le relire d’abord.</translation>
    </message>
    <message>
        <source>FINDINGS</source>
        <translation>CONSTATATIONS</translation>
    </message>
    <message>
        <source>STEPS</source>
        <translation>ÉTAPES</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SORTIES</translation>
    </message>
    <message>
        <source>What the commands print</source>
        <translation>Ce qu’affichent les commandes</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Saisir&#xa0;%1 pour confirmer</translation>
    </message>
    <message>
        <source>Why? The journal keeps the reason</source>
        <translation>Pourquoi&#xa0;? Le journal garde la raison</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Cancel the action</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Show the new plan</source>
        <translation>Montrer le nouveau plan</translation>
    </message>
    <message>
        <source>The cluster has changed since this plan was made</source>
        <translation>Le cluster a changé depuis que ce plan a été établi</translation>
    </message>
    <message>
        <source>The same wish would be done in another way now.</source>
        <translation>La même demande se ferait autrement maintenant.</translation>
    </message>
    <message>
        <source>The plan changed in between: nothing was sent</source>
        <translation>Le plan a changé entre-temps&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>Look at what is marked as new or gone, then confirm again.</source>
        <translation>Regarder ce qui est marqué comme nouveau ou disparu, puis confirmer de nouveau.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>Annulation en cours.</translation>
    </message>
    <message>
        <source>The point of no return is behind: it can no longer be cancelled.</source>
        <translation>Le point de non-retour est passé&#xa0;: l’action ne peut plus être annulée.</translation>
    </message>
    <message>
        <source>This window may be closed: the action goes on, the status bar brings it back.</source>
        <translation>Cette fenêtre peut être fermée&#xa0;: l’action continue, la barre d’état la ramène.</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Refaire le plan</translation>
    </message>
    <message>
        <source>It stops as soon as the step that runs has ended.</source>
        <translation>Elle s’arrête dès que l’étape en cours est terminée.</translation>
    </message>
    <message>
        <source>A cancel now lets the step that runs end, and begins no other.</source>
        <translation>Annuler maintenant laisse finir l’étape en cours et n’en commence pas d’autre.</translation>
    </message>
    <message>
        <source>Call it back</source>
        <translation>La rappeler</translation>
    </message>
    <message>
        <source>It is being called back, as soon as QEMU copies: where the guest is then, is looked up.</source>
        <translation>Rappel en cours, dès que QEMU copie&#xa0;: où se trouve ensuite la VM est vérifié.</translation>
    </message>
    <message>
        <source>A guest that moves can still be called back.</source>
        <translation>Une VM qui migre peut encore être rappelée.</translation>
    </message>
    <message>
        <source>It cannot be called back: %1.</source>
        <translation>Elle ne peut pas être rappelée&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Gui::ActionFindings</name>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Rien ne s’y oppose.</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <translation>Disparu&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>new or changed</source>
        <translation>nouveau ou modifié</translation>
    </message>
</context>
<context>
    <name>Gui::ActionList</name>
    <message>
        <source>looking once more before the first step</source>
        <translation>dernier contrôle avant la première étape</translation>
    </message>
    <message>
        <source>running, step %1 of %2</source>
        <translation>en cours, étape&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>No action was started since the program is open.</source>
        <translation>Aucune action n’a été lancée depuis l’ouverture du programme.</translation>
    </message>
    <message>
        <source>Since the program is open; the journal has what was before.</source>
        <translation>Depuis l’ouverture du programme&#xa0;; le journal garde ce qui précède.</translation>
    </message>
</context>
<context>
    <name>Gui::ActionSteps</name>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>new or changed</source>
        <translation>nouveau ou modifié</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <translation>Disparu&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Gui::ActionText</name>
    <message>
        <source>Type %1 first.</source>
        <translation>Saisir d’abord&#xa0;%1.</translation>
    </message>
    <message>
        <source>What was typed is not %1.</source>
        <translation>Ce qui est saisi n’est pas&#xa0;%1.</translation>
    </message>
    <message>
        <source>Say why first: the journal keeps it.</source>
        <translation>Dire d’abord pourquoi&#xa0;: le journal le garde.</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation>étape&#xa0;%1,&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Touches %1, in %2</source>
        <translation>Touche&#xa0;%1, en&#xa0;%2</translation>
    </message>
    <message>
        <source>Point of no return: what is sent from here on is not taken back</source>
        <translation>Point de non-retour&#xa0;: ce qui est envoyé à partir d’ici ne se reprend pas</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Bloqué&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 sur&#xa0;%2 au plus</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>end unknown</source>
        <translation>fin inconnue</translation>
    </message>
    <message>
        <source>Done, and seen to be so</source>
        <translation>Fait, et vérifié</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>Non confirmé&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Échec&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Cancelled before the point of no return</source>
        <translation>Annulée avant le point de non-retour</translation>
    </message>
    <message>
        <source>Refused: nothing was sent</source>
        <translation>Refusée&#xa0;: rien n’a été envoyé</translation>
    </message>
    <message>
        <source>How it ended is not known</source>
        <translation>On ne sait pas comment elle s’est terminée</translation>
    </message>
    <message>
        <source>Every step was verified on answers that came after it.</source>
        <translation>Chaque étape a été vérifiée sur des réponses venues après elle.</translation>
    </message>
    <message>
        <source>It was sent, and nothing repeats it by itself</source>
        <translation>Elle a été envoyée, et rien ne la répète de soi-même</translation>
    </message>
    <message>
        <source>Look at the output below and at %1 before doing it again</source>
        <translation>Regarder les sorties ci-dessous et&#xa0;%1 avant de recommencer</translation>
    </message>
    <message>
        <source>The steps before it stay done, those after it were not sent</source>
        <translation>Les étapes précédentes restent faites, les suivantes n’ont pas été envoyées</translation>
    </message>
    <message>
        <source>The steps that are marked done stay done.</source>
        <translation>Les étapes marquées «&#xa0;terminé&#xa0;» le restent.</translation>
    </message>
    <message>
        <source>Look at %1: what was sent may or may not have worked</source>
        <translation>Regarder&#xa0;%1&#xa0;: ce qui a été envoyé a pu aboutir ou non</translation>
    </message>
    <message>
        <source>Stopped before: %1</source>
        <translation>Arrêtée avant&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gui::Application</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 ne peut pas être ouvert&#xa0;: %2</translation>
    </message>
    <message>
        <source>Binôme ended unexpectedly the last time. What it knew is in %1; it holds no password, and it was sent to nobody.</source>
        <translation>Binôme s’est arrêté de façon inattendue la dernière fois. Ce qu’il savait est dans %1&#xa0;; ce fichier ne contient aucun mot de passe et n’a été envoyé à personne.</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>Lire le rapport</translation>
    </message>
    <message>
        <source>Binôme is open already: its window comes to the front.</source>
        <translation>Binôme est déjà ouvert&#xa0;: sa fenêtre passe au premier plan.</translation>
    </message>
    <message>
        <source>The program is locked: Ctrl+L unlocks it.</source>
        <translation>Le programme est verrouillé&#xa0;: Ctrl+L le déverrouille.</translation>
    </message>
</context>
<context>
    <name>Gui::BmcView</name>
    <message>
        <source>not judged</source>
        <translation>non jugé</translation>
    </message>
    <message>
        <source>within its limits</source>
        <translation>dans ses limites</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>%1 after its start</source>
        <translation>%1 après son démarrage</translation>
    </message>
    <message>
        <source>Asking the BMC…</source>
        <translation>Question à la carte IPMI…</translation>
    </message>
    <message>
        <source>Not everything could be read: %1</source>
        <translation>Tout n’a pas pu être lu&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>BMC of %1</source>
        <translation>Carte IPMI de&#xa0;%1</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Capteurs</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Journal d’événements</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Capteur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Read so far: sensors %1, events %2</source>
        <translation>Lus jusqu’ici&#xa0;: capteurs %1, événements %2</translation>
    </message>
    <message>
        <source>Events read: %1 of %2. Times are those of the BMC&apos;s own clock.</source>
        <translation>Événements lus&#xa0;: %1 sur %2. Les heures sont celles de l’horloge de la carte IPMI.</translation>
    </message>
</context>
<context>
    <name>Gui::CardFacts</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n&#xa0;vote</numerusform>
            <numerusform>%n&#xa0;votes</numerusform>
        </translation>
    </message>
    <message>
        <source>cman does not answer</source>
        <translation>cman ne répond pas</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>sans quorum</translation>
    </message>
    <message>
        <source>not answering since %1</source>
        <translation>sans réponse depuis %1</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>allumé depuis %1</translation>
    </message>
    <message>
        <source>no rgmanager</source>
        <translation>sans rgmanager</translation>
    </message>
    <message>
        <source>cluster.conf v%1</source>
        <translation>cluster.conf v%1</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>vu de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>tko %1 × %2 s</source>
        <translation>tko %1 × %2&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>quorate, %1 of %n vote(s)</source>
        <translation>
            <numerusform>quorum atteint, %1&#xa0;vote sur&#xa0;%n</numerusform>
            <numerusform>quorum atteint, %1&#xa0;votes sur&#xa0;%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no quorum, %1 of %n vote(s)</source>
        <translation>
            <numerusform>sans quorum, %1&#xa0;vote sur&#xa0;%n</numerusform>
            <numerusform>sans quorum, %1&#xa0;votes sur&#xa0;%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>IPMI %1</source>
        <translation>IPMI %1</translation>
    </message>
    <message>
        <source>runs twice</source>
        <translation>en double</translation>
    </message>
    <message>
        <source>owner lost</source>
        <translation>hôte perdu</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>gelé</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>runs twice: %1</source>
        <translation>en marche deux fois&#xa0;: %1</translation>
    </message>
    <message>
        <source>runs on %1</source>
        <translation>en marche sur %1</translation>
    </message>
    <message>
        <source>not known, its owner does not answer</source>
        <translation>inconnu, son hôte ne répond pas</translation>
    </message>
    <message>
        <source>Quorum server</source>
        <translation>Serveur de quorum</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
</context>
<context>
    <name>Gui::ClusterDialog</name>
    <message>
        <source>node</source>
        <translation>nœud</translation>
    </message>
    <message>
        <source>quorum server</source>
        <translation>serveur de quorum</translation>
    </message>
    <message>
        <source>Asking %1 (port %2) what the cluster is made of… %3</source>
        <translation>%1 (port %2)&#xa0;: lecture de la composition du cluster… %3</translation>
    </message>
    <message>
        <source>Add a cluster</source>
        <translation>Ajouter un cluster</translation>
    </message>
    <message>
        <source>This is what the cluster says of itself</source>
        <translation>Voici ce que le cluster dit de lui-même</translation>
    </message>
    <message>
        <source>Reach one node of the cluster</source>
        <translation>Joindre un nœud du cluster</translation>
    </message>
    <message>
        <source>Look it over before the first connection to each machine. Nothing was changed there.</source>
        <translation>À relire avant la première connexion à chaque machine. Rien n’y a été modifié.</translation>
    </message>
    <message>
        <source>The peer, the quorum server and the IPMI cards are read from it. Nothing is written.</source>
        <translation>L’autre nœud, le serveur de quorum et les cartes IPMI y sont lus. Rien n’est écrit.</translation>
    </message>
    <message>
        <source>Cluster &amp;name</source>
        <translation>&amp;Nom du cluster</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Enregistrer et ouvrir</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Machines found</source>
        <translation>Machines trouvées</translation>
    </message>
    <message>
        <source>My r&amp;ole here</source>
        <translation>Mon rô&amp;le ici</translation>
    </message>
    <message>
        <source>Observer: nothing can be changed</source>
        <translation>Observateur&#xa0;: rien ne peut être modifié</translation>
    </message>
    <message>
        <source>Operator: runs plans</source>
        <translation>Opérateur&#xa0;: exécute des plans</translation>
    </message>
    <message>
        <source>Administrator: may override an interlock</source>
        <translation>Administrateur&#xa0;: peut passer outre un verrouillage</translation>
    </message>
</context>
<context>
    <name>Gui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command, in either language</source>
        <translation>Saisir une commande, en français ou en anglais</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
</context>
<context>
    <name>Gui::ConfChanges</name>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Ligne par ligne</translation>
    </message>
    <message>
        <source>One of the two is not well-formed: only its lines can be compared.</source>
        <translation>L’un des deux n’est pas bien formé&#xa0;: seules ses lignes peuvent être comparées.</translation>
    </message>
    <message>
        <source>Nothing that has a meaning for the cluster.</source>
        <translation>Rien qui ait un sens pour le cluster.</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>Aucune ligne ne diffère.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
</context>
<context>
    <name>Gui::ConfComparePage</name>
    <message>
        <source>mine</source>
        <translation>le mien</translation>
    </message>
    <message>
        <source>as it was opened</source>
        <translation>tel qu’ouvert</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>le leur</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Rien à comparer pour l’instant.</translation>
    </message>
    <message>
        <source>the same, line by line</source>
        <translation>identiques, ligne par ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ</source>
        <translation>
            <numerusform>%n ligne diffère</numerusform>
            <numerusform>%n lignes diffèrent</numerusform>
        </translation>
    </message>
    <message>
        <source>none of them changed by both</source>
        <translation>aucune n’est modifiée des deux côtés</translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by both</source>
        <translation>
            <numerusform>dont %n modifiée des deux côtés</numerusform>
            <numerusform>dont %n modifiées des deux côtés</numerusform>
        </translation>
    </message>
    <message>
        <source>one of both is not well-formed: what they say cannot be compared</source>
        <translation>l’un des deux est mal formé&#xa0;: ce qu’ils disent ne peut être comparé</translation>
    </message>
    <message>
        <source>both say the same</source>
        <translation>les deux disent la même chose</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in what they say</source>
        <translation>
            <numerusform>%n changement dans ce qu’ils disent</numerusform>
            <numerusform>%n changements dans ce qu’ils disent</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Version to compare from</source>
        <translation>Version de départ</translation>
    </message>
    <message>
        <source>Version to compare to</source>
        <translation>Version d’arrivée</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>One text</source>
        <translation>Un seul texte</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Mine and theirs</source>
        <translation>Le mien et le leur</translation>
    </message>
    <message>
        <source>Differences by line</source>
        <translation>Différences par ligne</translation>
    </message>
</context>
<context>
    <name>Gui::ConfDiffModel</name>
    <message numerus="yes">
        <source>%n line(s) alike</source>
        <translation>
            <numerusform>%n ligne identique</numerusform>
            <numerusform>%n lignes identiques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ConfDrafts</name>
    <message>
        <source>Changes not activated</source>
        <translation>Changements non activés</translation>
    </message>
    <message>
        <source>Closing loses what was changed in cluster.conf of %1.</source>
        <translation>Fermer fait perdre ce qui a été changé dans le cluster.conf de %1.</translation>
    </message>
    <message>
        <source>It holds passwords, so it is not kept on the disk. Activating it is what makes it last.</source>
        <translation>Le texte contient des mots de passe&#xa0;: il n’est donc pas gardé sur le disque. Seule son activation le fait durer.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuer l’édition</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>Gui::ConfFindBar</name>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n remplacé</numerusform>
            <numerusform>%n remplacés</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Gui::ConfFindings</name>
    <message>
        <source>line %1</source>
        <translation>ligne&#xa0;%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Aucune constatation</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Source&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>Corriger&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constatations</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Corriger</translation>
    </message>
</context>
<context>
    <name>Gui::ConfForm</name>
    <message>
        <source>The text is not well-formed: mend it first.</source>
        <translation>Le texte n’est pas bien formé&#xa0;: le corriger d’abord.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Enlever&#xa0;%1</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Set the token</source>
        <translation>Fixer le token</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nœuds</translation>
    </message>
    <message>
        <source>Add a fence method to %1</source>
        <translation>Ajouter une méthode de fencing à&#xa0;%1</translation>
    </message>
    <message>
        <source>Fence devices</source>
        <translation>Équipements de fencing</translation>
    </message>
    <message>
        <source>Add a fence device</source>
        <translation>Ajouter un équipement de fencing</translation>
    </message>
    <message>
        <source>Quorum disk</source>
        <translation>Disque de quorum</translation>
    </message>
    <message>
        <source>None. The recipe adds one in the safe order.</source>
        <translation>Aucun. La recette en ajoute un dans l’ordre sûr.</translation>
    </message>
    <message>
        <source>Guests under HA</source>
        <translation>VM en HA</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>Ajouter une VM</translation>
    </message>
</context>
<context>
    <name>Gui::ConfHistoryPage</name>
    <message>
        <source>committed</source>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>read by cman</source>
        <translation>lue par cman</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>nowhere now</source>
        <translation>nulle part maintenant</translation>
    </message>
    <message>
        <source>%1 on %2, %3: %4</source>
        <translation>%1 sur %2, %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>not by this program</source>
        <translation>pas par ce programme</translation>
    </message>
    <message>
        <source>%1, not well-formed</source>
        <translation>%1, mal formée</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>Comparer les deux</translation>
    </message>
    <message>
        <source>Compare with the text</source>
        <translation>Comparer au texte</translation>
    </message>
    <message>
        <source>Select one version.</source>
        <translation>Sélectionner une version.</translation>
    </message>
    <message>
        <source>This version is not well-formed: cman would not start with it.</source>
        <translation>Cette version est mal formée&#xa0;: cman ne démarrerait pas avec elle.</translation>
    </message>
    <message>
        <source>Puts it into the editor under the next version number; nothing is sent before its plan was shown</source>
        <translation>La place dans l’éditeur sous le numéro de version suivant&#xa0;; rien n’est envoyé avant que son plan soit affiché</translation>
    </message>
    <message>
        <source>No version was seen yet.</source>
        <translation>Aucune version n’a encore été vue.</translation>
    </message>
    <message>
        <source>Every version that was seen, kept on this workstation without passwords.</source>
        <translation>Toutes les versions vues, conservées sur ce poste sans les mots de passe.</translation>
    </message>
    <message>
        <source>Go back to it…</source>
        <translation>Y revenir…</translation>
    </message>
    <message>
        <source>Versions of cluster.conf</source>
        <translation>Versions de cluster.conf</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Vue la première fois</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Activated by</source>
        <translation>Activée par</translation>
    </message>
</context>
<context>
    <name>Gui::ConfMeaning</name>
    <message>
        <source>Differences by meaning</source>
        <translation>Différences par sens</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Effet</translation>
    </message>
</context>
<context>
    <name>Gui::ConfPages</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>A recording keeps no versions of cluster.conf.</source>
        <translation>Un enregistrement ne garde pas de versions de cluster.conf.</translation>
    </message>
    <message>
        <source>read by cman on %1</source>
        <translation>lu par cman sur %1</translation>
    </message>
    <message>
        <source>the text in the editor</source>
        <translation>le texte de l’éditeur</translation>
    </message>
    <message>
        <source>committed on %1</source>
        <translation>enregistré sur %1</translation>
    </message>
    <message>
        <source>pending on %1</source>
        <translation>en attente sur %1</translation>
    </message>
    <message>
        <source>version %1, first seen %2</source>
        <translation>version %1, vue le %2</translation>
    </message>
</context>
<context>
    <name>Gui::ConfPanel</name>
    <message>
        <source>cluster.conf was not read yet.</source>
        <translation>cluster.conf n’a pas encore été lu.</translation>
    </message>
    <message>
        <source>This is a recording: nothing can be done to the cluster.</source>
        <translation>C’est un enregistrement&#xa0;: rien ne peut être fait sur le cluster.</translation>
    </message>
    <message>
        <source>This file cannot be edited here.</source>
        <translation>Ce fichier ne peut pas être modifié ici.</translation>
    </message>
    <message>
        <source>Somebody else changed the file since it was opened: look at theirs first.</source>
        <translation>Quelqu’un d’autre a changé le fichier depuis son ouverture&#xa0;: regarder d’abord sa version.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <source>Changes that a cluster needs once, each shown before it is taken</source>
        <translation>Des changements dont un cluster a besoin une fois, chacun montré avant d’être repris</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find and replace in the text (Ctrl+F)</source>
        <translation>Chercher et remplacer dans le texte (Ctrl+F)</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of cluster.conf (config_version)</source>
        <translation>Version de cluster.conf (config_version)</translation>
    </message>
    <message>
        <source>They are covered, also for the clipboard, until they are shown</source>
        <translation>Ils sont masqués, aussi pour le presse-papiers, tant qu’ils ne sont pas montrés</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Activate…</source>
        <translation>Activer…</translation>
    </message>
    <message>
        <source>Open theirs</source>
        <translation>Ouvrir sa version</translation>
    </message>
    <message>
        <source>In place of this text, which comes back by undoing</source>
        <translation>À la place de ce texte, qui revient en annulant</translation>
    </message>
    <message>
        <source>cluster.conf</source>
        <translation>cluster.conf</translation>
    </message>
    <message>
        <source>being read from %1…</source>
        <translation>lecture depuis&#xa0;%1…</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lu</translation>
    </message>
    <message>
        <source>running: %1</source>
        <translation>en service&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>committed: %1</source>
        <translation>validée&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>one is pending</source>
        <translation>une autre est en attente</translation>
    </message>
    <message>
        <source>changed, not activated</source>
        <translation>modifiée, non activée</translation>
    </message>
    <message>
        <source>as on %1</source>
        <translation>comme sur&#xa0;%1</translation>
    </message>
    <message>
        <source>Shows the plan first; nothing is sent before</source>
        <translation>Montre d’abord le plan&#xa0;; rien n’est envoyé avant</translation>
    </message>
    <message>
        <source>cluster.conf on %1 was changed by somebody else since it was opened</source>
        <translation>cluster.conf a été changé sur&#xa0;%1 par quelqu’un d’autre depuis son ouverture</translation>
    </message>
    <message>
        <source>What was written here is kept and cannot be activated as it is.</source>
        <translation>Ce qui est écrit ici est gardé et ne peut pas être activé tel quel.</translation>
    </message>
    <message>
        <source>A recording keeps no passwords: to be read only.</source>
        <translation>Un enregistrement ne garde pas les mots de passe&#xa0;: lecture seule.</translation>
    </message>
    <message>
        <source>This file holds what no editor can show: to be read only.</source>
        <translation>Ce fichier contient ce qu’aucun éditeur ne peut montrer&#xa0;: lecture seule.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Mots de passe</translation>
    </message>
    <message>
        <source>No node is known to have quorum: /etc/pve is read-only then.</source>
        <translation>Aucun nœud n’a le quorum, pour autant qu’on sache&#xa0;: /etc/pve est alors en lecture seule.</translation>
    </message>
    <message>
        <source>A node has quorum, or none answers.</source>
        <translation>Un nœud a le quorum, ou aucun ne répond.</translation>
    </message>
    <message>
        <source>Rescue…</source>
        <translation>Sauvetage…</translation>
    </message>
    <message>
        <source>No node has quorum: nothing can be activated</source>
        <translation>Aucun nœud n’a le quorum&#xa0;: rien ne peut être activé</translation>
    </message>
    <message>
        <source>The rescue puts a file right where the normal way is closed.</source>
        <translation>Le sauvetage remet un fichier en ordre là où la voie normale est fermée.</translation>
    </message>
</context>
<context>
    <name>Gui::ConfPasswords</name>
    <message>
        <source>Passwords of version %1</source>
        <translation>Mots de passe de la version %1</translation>
    </message>
    <message>
        <source>Passwords are not kept with earlier versions, and no node has these any more. They go into the text and nowhere else.</source>
        <translation>Les mots de passe ne sont pas conservés avec les versions antérieures, et aucun nœud n’a plus ceux-ci. Ils vont dans le texte et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Put into the text</source>
        <translation>Placer dans le texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Gui::ConfRecipeDialog</name>
    <message>
        <source>Take into the text</source>
        <translation>Reprendre dans le texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>Gui::ConfRecipes</name>
    <message>
        <source>BMC of %1: address</source>
        <translation>Carte IPMI de&#xa0;%1&#xa0;: adresse</translation>
    </message>
    <message>
        <source>login</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Label of the disk (mkqdisk -l)</source>
        <translation>Étiquette du disque (mkqdisk -l)</translation>
    </message>
    <message>
        <source>Token time-out</source>
        <translation>Délai du token</translation>
    </message>
    <message>
        <source>The node that holds the disk wins (master_wins)</source>
        <translation>Le nœud qui tient le disque gagne (master_wins)</translation>
    </message>
    <message>
        <source>Number of the guest</source>
        <translation>Numéro de la VM</translation>
    </message>
    <message>
        <source>Node with the guests</source>
        <translation>Nœud qui porte les VM</translation>
    </message>
    <message>
        <source>Delay before it is fenced</source>
        <translation>Délai avant fencing</translation>
    </message>
    <message>
        <source>Power strip %1: name</source>
        <translation>Bandeau de prises&#xa0;%1&#xa0;: nom</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>outlet of %1</source>
        <translation>prise de&#xa0;%1</translation>
    </message>
    <message>
        <source>Fence agent of the strips</source>
        <translation>Agent de fencing des bandeaux</translation>
    </message>
    <message>
        <source>Fence the nodes by their BMC…</source>
        <translation>Fencer les nœuds par leur carte IPMI…</translation>
    </message>
    <message>
        <source>Move from two_node to a quorum disk…</source>
        <translation>Passer de two_node à un disque de quorum…</translation>
    </message>
    <message>
        <source>Put a guest under HA…</source>
        <translation>Mettre une VM en HA…</translation>
    </message>
    <message>
        <source>Take a guest out of HA…</source>
        <translation>Retirer une VM de la HA…</translation>
    </message>
    <message>
        <source>Protect the node with the guests by a fence delay…</source>
        <translation>Protéger le nœud qui porte les VM par un délai avant fencing…</translation>
    </message>
    <message>
        <source>Add a second fence level…</source>
        <translation>Ajouter un second niveau de fencing…</translation>
    </message>
</context>
<context>
    <name>Gui::ConfReview</name>
    <message>
        <source>What the activation changes</source>
        <translation>Ce que l’activation change</translation>
    </message>
    <message>
        <source>To the plan…</source>
        <translation>Vers le plan…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Gui::ConfTimingLine</name>
    <message>
        <source>Times of the quorum disk</source>
        <translation>Temps du disque de quorum</translation>
    </message>
    <message>
        <source>A node is declared dead after %1, a master found after %2, the quorum told after %3; the token is %4.</source>
        <translation>Un nœud est déclaré mort après&#xa0;%1, un maître trouvé après&#xa0;%2, le quorum annoncé après&#xa0;%3&#xa0;; le token vaut&#xa0;%4.</translation>
    </message>
    <message>
        <source>%1 Too short: qdiskd does not start below %2.</source>
        <translation>%1 Trop court&#xa0;: qdiskd ne démarre pas en dessous de&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1 Tight: it should be longer than %2.</source>
        <translation>%1 Juste&#xa0;: il devrait dépasser&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1 It outlasts them.</source>
        <translation>%1 Il les dépasse.</translation>
    </message>
    <message>
        <source>dead %1</source>
        <translation>mort&#xa0;%1</translation>
    </message>
    <message>
        <source>master %1</source>
        <translation>maître&#xa0;%1</translation>
    </message>
    <message>
        <source>quorum %1</source>
        <translation>quorum&#xa0;%1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>token&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Gui::ConnectionBar</name>
    <message>
        <source>clocks within %1</source>
        <translation>horloges à %1 près</translation>
    </message>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Ctrl+K commandes</translation>
    </message>
</context>
<context>
    <name>Gui::ConsoleView</name>
    <message>
        <source>Guest %1</source>
        <translation>VM %1</translation>
    </message>
    <message>
        <source>Console of guest %1</source>
        <translation>Console de la VM %1</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;One-time password:</source>
        <translation>M&amp;ot de passe à usage unique&#xa0;:</translation>
    </message>
    <message>
        <source>Address of the console</source>
        <translation>Adresse de la console</translation>
    </message>
    <message>
        <source>One-time password of the console</source>
        <translation>Mot de passe à usage unique de la console</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Copier le mot de passe</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Montrer le mot de passe</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Fermer la console</translation>
    </message>
    <message>
        <source>One viewer can connect, once. It has 30 seconds for the password.</source>
        <translation>Un seul lecteur peut se connecter, une fois. Il a 30&#xa0;secondes pour le mot de passe.</translation>
    </message>
    <message>
        <source>The console is closed.</source>
        <translation>La console est fermée.</translation>
    </message>
    <message>
        <source>Open on %1 since %2.</source>
        <translation>Ouverte sur %1 depuis %2.</translation>
    </message>
    <message>
        <source>Waiting for the viewer %1.</source>
        <translation>En attente du lecteur %1.</translation>
    </message>
    <message>
        <source>No VNC viewer was found on this computer: install %1, or point any viewer to this address.</source>
        <translation>Aucun lecteur VNC n’a été trouvé sur cet ordinateur&#xa0;: installez %1, ou dirigez n’importe quel lecteur vers cette adresse.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
</context>
<context>
    <name>Gui::CurveLegend</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>Gui::CurvePanel</name>
    <message>
        <source>Width of the time axis</source>
        <translation>Largeur de l’axe des temps</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>The axis ends now and moves on (End, or a double click on the curves)</source>
        <translation>L’axe se termine à l’instant présent et avance (Fin, ou double clic sur les courbes)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Ce qui est tracé</translation>
    </message>
    <message>
        <source>Of which resource</source>
        <translation>De quelle ressource</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Arrows pan, plus and minus zoom, End follows what happens now.</source>
        <translation>Les flèches déplacent, plus et moins zooment, Fin suit l’instant présent.</translation>
    </message>
    <message>
        <source>Legend and values</source>
        <translation>Légende et valeurs</translation>
    </message>
    <message>
        <source>All interfaces</source>
        <translation>Toutes les interfaces</translation>
    </message>
    <message>
        <source>All resources</source>
        <translation>Toutes les ressources</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>Exporter les courbes</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>Page PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>History: %1 of %2 at most</source>
        <translation>Historique&#xa0;: %1 sur %2 au plus</translation>
    </message>
    <message>
        <source>No curves are kept of this cluster.</source>
        <translation>Aucune courbe n’est conservée pour ce cluster.</translation>
    </message>
    <message>
        <source>No resync was seen in this time.</source>
        <translation>Aucune resynchronisation dans cet intervalle.</translation>
    </message>
    <message>
        <source>Nothing is known of this time.</source>
        <translation>Rien n’est connu de cet intervalle.</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1&#xa0;min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10&#xa0;min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1&#xa0;h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6&#xa0;h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24&#xa0;h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7&#xa0;j</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30&#xa0;j</translation>
    </message>
</context>
<context>
    <name>Gui::Curves</name>
    <message>
        <source>d MMM</source>
        <comment>a day on an axis</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>a moment on an axis</comment>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>non synchronisé</translation>
    </message>
    <message>
        <source>current</source>
        <translation>actuel</translation>
    </message>
    <message>
        <source>average</source>
        <translation>moyen</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>visé</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>written</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>non acquittées</translation>
    </message>
    <message>
        <source>log writes</source>
        <translation>écritures du journal</translation>
    </message>
    <message>
        <source>Out of sync</source>
        <translation>Non synchronisé</translation>
    </message>
    <message>
        <source>Resync rate</source>
        <translation>Débit de resynchronisation</translation>
    </message>
    <message>
        <source>Replication traffic</source>
        <translation>Trafic de réplication</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Requêtes en cours</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Journal d’activité</translation>
    </message>
    <message>
        <source>Network interfaces</source>
        <translation>Interfaces réseau</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>Gui::DrbdModel</name>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>not configured here</source>
        <translation>pas configurée ici</translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation>sans réponse depuis %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>said last: %1</source>
        <translation>dernier état&#xa0;: %1</translation>
    </message>
    <message>
        <source>verify %1</source>
        <translation>vérification %1</translation>
    </message>
    <message>
        <source>resync %1</source>
        <translation>resynchronisation %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>First side</source>
        <translation>Premier côté</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Sur %1</translation>
    </message>
    <message>
        <source>Second side</source>
        <translation>Second côté</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Fin dans</translation>
    </message>
    <message>
        <source>Last resync</source>
        <translation>Resynchronisée</translation>
    </message>
    <message>
        <source>Last verify</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>Protocole %1</translation>
    </message>
</context>
<context>
    <name>Gui::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Vu sur</translation>
    </message>
</context>
<context>
    <name>Gui::Evidence</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Gui::Exercise</name>
    <message>
        <source>Plug the cable in again.</source>
        <translation>Rebranchez le câble.</translation>
    </message>
    <message>
        <source>Both sides were Primary while they were apart: each is StandAlone now and waits for a person. For each resource choose the side that is sacrificed: the one where no guest ran.</source>
        <translation>Les deux côtés étaient Primary pendant la coupure&#xa0;: chacun est StandAlone et attend une personne. Pour chaque ressource, choisissez la copie sacrifiée&#xa0;: celle du côté où aucune VM ne tournait.</translation>
    </message>
    <message>
        <source>r1: the guests ran on node1, so node2&apos;s copy is sacrificed.</source>
        <translation>r1&#xa0;: les VM tournaient sur node1, la copie de node2 est donc sacrifiée.</translation>
    </message>
    <message>
        <source>The kept side is told to listen again.</source>
        <translation>Le côté conservé doit écouter de nouveau.</translation>
    </message>
    <message>
        <source>r2: the guests ran on node2, so node1&apos;s copy is sacrificed.</source>
        <translation>r2&#xa0;: les VM tournaient sur node2, la copie de node1 est donc sacrifiée.</translation>
    </message>
    <message>
        <source>When both say UpToDate/UpToDate: Primary on both sides again.</source>
        <translation>Quand les deux disent UpToDate/UpToDate&#xa0;: de nouveau Primary des deux côtés.</translation>
    </message>
    <message>
        <source>The same on the other node.</source>
        <translation>La même chose sur l’autre nœud.</translation>
    </message>
    <message>
        <source>Look at both ends of the pipes: what does each node say?</source>
        <translation>Regardez les deux bouts des liens de réplication&#xa0;: que dit chaque nœud&#xa0;?</translation>
    </message>
    <message>
        <source>The replication cable</source>
        <translation>Le câble de réplication</translation>
    </message>
    <message>
        <source>Somebody pulls the cable between the two nodes while both sides are Primary. Bring both copies of r1 and r2 together again; no guest may stop.</source>
        <translation>Quelqu’un débranche le câble entre les deux nœuds alors que les deux côtés sont Primary. Réunissez les deux copies de r1 et de r2&#xa0;; aucune VM ne doit s’arrêter.</translation>
    </message>
    <message>
        <source>The cable is plugged in</source>
        <translation>Le câble est branché</translation>
    </message>
    <message>
        <source>All guests run</source>
        <translation>Toutes les VM tournent</translation>
    </message>
    <message>
        <source>Both copies are connected and up to date</source>
        <translation>Les deux copies sont connectées et à jour</translation>
    </message>
    <message>
        <source>Both sides are Primary</source>
        <translation>Les deux côtés sont Primary</translation>
    </message>
    <message>
        <source>The console says so: data green</source>
        <translation>La console le dit&#xa0;: données au vert</translation>
    </message>
    <message>
        <source>The plug of a node</source>
        <translation>La prise d’un nœud</translation>
    </message>
    <message>
        <source>node1 loses its only power supply, and its BMC with it. Nobody can prove that it is off, so its guests are not started again. Get guest 100 running on node2.</source>
        <translation>node1 perd son unique alimentation, et sa carte IPMI avec elle. Personne ne peut constater qu’il est éteint, ses VM ne redémarrent donc pas. Faites tourner la VM 100 sur node2.</translation>
    </message>
    <message>
        <source>The other node notices after the token, 54 seconds. Then it asks the dead BMC again and again.</source>
        <translation>L’autre nœud s’en aperçoit après le délai du token, 54 secondes. Puis il interroge sans fin la carte IPMI morte.</translation>
    </message>
    <message>
        <source>Whom does node2 wait for?</source>
        <translation>Qui node2 attend-il&#xa0;?</translation>
    </message>
    <message>
        <source>A person must be the proof: go and look that node1 has no power. If it still runs, both nodes will write.</source>
        <translation>Une personne doit le constater&#xa0;: allez voir que node1 n’a plus de courant. S’il tourne encore, les deux nœuds écriront.</translation>
    </message>
    <message>
        <source>Acknowledge the fencing by hand, on node2.</source>
        <translation>Acquittez le fencing à la main, sur node2.</translation>
    </message>
    <message>
        <source>rgmanager starts the guests; look where.</source>
        <translation>rgmanager démarre les VM&#xa0;; regardez où.</translation>
    </message>
    <message>
        <source>node1 is dark</source>
        <translation>node1 n’a plus de courant</translation>
    </message>
    <message>
        <source>node2 waits for no victim any more</source>
        <translation>node2 n’attend plus aucune victime</translation>
    </message>
    <message>
        <source>Guest 100 runs on node2</source>
        <translation>La VM 100 tourne sur node2</translation>
    </message>
    <message>
        <source>The console says so: guest 100 on node2</source>
        <translation>La console le dit&#xa0;: VM 100 sur node2</translation>
    </message>
    <message>
        <source>Guest 101 ran on node2 while guest 100 ran on node1, and both live on r1: each side holds writes that the other has not. One of the two losses is chosen by a person; here node1&apos;s copy is kept.</source>
        <translation>La VM 101 tournait sur node2 pendant que la VM 100 tournait sur node1, et toutes deux sont sur r1&#xa0;: chaque côté a des écritures que l’autre n’a pas. Une personne choisit laquelle des deux pertes accepter&#xa0;; ici la copie de node1 est conservée.</translation>
    </message>
    <message>
        <source>Nobody may write to the side that is sacrificed: guest 101 is disabled first (a qm stop would be undone by rgmanager).</source>
        <translation>Personne ne doit écrire sur le côté sacrifié&#xa0;: la VM 101 est d’abord désactivée (rgmanager annulerait un qm stop).</translation>
    </message>
    <message>
        <source>Guest 101 may start again.</source>
        <translation>La VM 101 peut redémarrer.</translation>
    </message>
    <message>
        <source>A split brain with losses on both sides</source>
        <translation>Un split-brain avec des pertes des deux côtés</translation>
    </message>
    <message>
        <source>Guest 101 is moved to node2, the replication cable fails for half a minute and comes back. Repair r1 and r2, keeping node1&apos;s copy of r1; at the end all guests run.</source>
        <translation>La VM 101 est migrée vers node2, le câble de réplication tombe une demi-minute puis revient. Réparez r1 et r2 en conservant la copie de r1 de node1&#xa0;; à la fin toutes les VM tournent.</translation>
    </message>
    <message>
        <source>Both sides of r1 hold writes of their own</source>
        <translation>Chaque côté de r1 a ses propres écritures</translation>
    </message>
    <message>
        <source>The quorum server</source>
        <translation>Le serveur de quorum</translation>
    </message>
    <message>
        <source>The quorum server loses its power. Everything still runs: say what the next failure would do, then bring the server back.</source>
        <translation>Le serveur de quorum perd son alimentation. Tout tourne encore&#xa0;: dites ce que ferait la prochaine panne, puis remettez le serveur en marche.</translation>
    </message>
    <message>
        <source>Three votes are expected: one a node, one of the quorum disk. Two are needed. How many does a node have that is alone now?</source>
        <translation>Trois votes sont attendus&#xa0;: un par nœud, un pour le disque de quorum. Il en faut deux. Combien en a maintenant un nœud seul&#xa0;?</translation>
    </message>
    <message>
        <source>cman waits for quorum_dev_poll, here the token of 54 s, before it takes the disk&apos;s vote away. Read the votes.</source>
        <translation>cman attend quorum_dev_poll, ici le délai du token (54&#xa0;s), avant de retirer le vote du disque. Lisez les votes.</translation>
    </message>
    <message>
        <source>A node without quorum fences nobody; rgmanager stops its own HA guests.</source>
        <translation>Un nœud sans quorum ne fence personne&#xa0;; rgmanager arrête ses propres VM en HA.</translation>
    </message>
    <message>
        <source>Give the server its power again.</source>
        <translation>Remettez le serveur sous tension.</translation>
    </message>
    <message>
        <source>The quorum disk was lost</source>
        <translation>Le disque de quorum a été perdu</translation>
    </message>
    <message>
        <source>The question is answered rightly</source>
        <translation>La réponse à la question est juste</translation>
    </message>
    <message>
        <source>The quorum disk votes on both nodes again</source>
        <translation>Le disque de quorum vote de nouveau sur les deux nœuds</translation>
    </message>
    <message>
        <source>The console says so: service green</source>
        <translation>La console le dit&#xa0;: service au vert</translation>
    </message>
    <message>
        <source>If node1 lost its network now, what would happen?</source>
        <translation>Si node1 perdait maintenant son réseau, que se passerait-il&#xa0;?</translation>
    </message>
    <message>
        <source>node2 fences node1 and starts its guests</source>
        <translation>node2 fence node1 et démarre ses VM</translation>
    </message>
    <message>
        <source>Both nodes lose quorum: HA guests stop, nobody is fenced</source>
        <translation>Les deux nœuds perdent le quorum&#xa0;: les VM en HA s’arrêtent, personne n’est fencé</translation>
    </message>
    <message>
        <source>Nothing: a node alone keeps quorum</source>
        <translation>Rien&#xa0;: un nœud seul garde le quorum</translation>
    </message>
    <message>
        <source>eth0 of the node with guest 100</source>
        <translation>eth0 du nœud de la VM 100</translation>
    </message>
    <message>
        <source>The network cable of node1 is pulled; the replication cable and the BMC stay. Watch the fencing (it takes one to two minutes), see guest 100 start on node2, and bring node1 back until both copies are the same.</source>
        <translation>Le câble réseau de node1 est débranché&#xa0;; le câble de réplication et la carte IPMI restent. Observez le fencing (une à deux minutes), voyez la VM 100 démarrer sur node2, puis ramenez node1 jusqu’à ce que les deux copies soient identiques.</translation>
    </message>
    <message>
        <source>node2 has two votes of three, with the quorum disk: it keeps quorum and fences node1 by its BMC after the token of 54 seconds.</source>
        <translation>node2 a deux votes sur trois, avec le disque de quorum&#xa0;: il garde le quorum et fence node1 par sa carte IPMI après le délai du token de 54 secondes.</translation>
    </message>
    <message>
        <source>What does fenced do?</source>
        <translation>Que fait fenced&#xa0;?</translation>
    </message>
    <message>
        <source>node1 was reset and boots, but cannot join without its network: plug the cable in again.</source>
        <translation>node1 a été réinitialisé et démarre, mais ne peut pas être réintégré sans son réseau&#xa0;: rebranchez le câble.</translation>
    </message>
    <message>
        <source>r1 and r2 are copied from node2 to node1 by themselves: wait for the end.</source>
        <translation>r1 et r2 sont copiées d’elles-mêmes de node2 vers node1&#xa0;: attendez la fin.</translation>
    </message>
    <message>
        <source>node1 was fenced</source>
        <translation>node1 a été fencé</translation>
    </message>
    <message>
        <source>node1 is a member again</source>
        <translation>node1 est de nouveau membre</translation>
    </message>
    <message>
        <source>Solved? Then node1 may have its power again: it boots, joins and catches up.</source>
        <translation>Résolu&#xa0;? node1 peut alors retrouver son alimentation&#xa0;: il démarre, rejoint le cluster et rattrape son retard.</translation>
    </message>
    <message>
        <source>What guest 101 wrote since the cut is saved now, or is lost. Then its volumes are closed: while they are open, DRBD stays Primary.</source>
        <translation>Ce que la VM 101 a écrit depuis la coupure est sauvegardé maintenant, ou perdu. Ensuite ses volumes sont fermés&#xa0;: tant qu’ils sont ouverts, DRBD reste Primary.</translation>
    </message>
</context>
<context>
    <name>Gui::ExercisePanel</name>
    <message>
        <source>The training cluster has not answered yet.</source>
        <translation>Le cluster d’entraînement n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>An exercise starts on a whole cluster: repair it first.</source>
        <translation>Un exercice commence sur un cluster intact&#xa0;: réparez-le d’abord.</translation>
    </message>
    <message>
        <source>Solved.</source>
        <translation>Résolu.</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Pas commencé.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to reach</source>
        <translation>
            <numerusform>Encore %n chose à atteindre</numerusform>
            <numerusform>Encore %n choses à atteindre</numerusform>
        </translation>
    </message>
    <message>
        <source>Hint (%1 of %2)</source>
        <translation>Indice (%1 sur %2)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>atteint</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>%1. %2 — solved</source>
        <translation>%1. %2 — résolu</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Exercices</translation>
    </message>
    <message>
        <source>Start the incident</source>
        <translation>Déclencher l’incident</translation>
    </message>
    <message>
        <source>Hints come one by one; the last ones hold the solution</source>
        <translation>Les indices viennent un à un&#xa0;; les derniers donnent la solution</translation>
    </message>
</context>
<context>
    <name>Gui::FactTree</name>
    <message>
        <source>Thing</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Topology as a tree</source>
        <translation>Topologie en arbre</translation>
    </message>
    <message>
        <source>HA</source>
        <translation>HA</translation>
    </message>
    <message>
        <source>guest %1</source>
        <translation>VM %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
</context>
<context>
    <name>Gui::FindingModel</name>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constatation</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Vu sur</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
</context>
<context>
    <name>Gui::HealthBanner</name>
    <message>
        <source>SERVICE</source>
        <translation>SERVICE</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>DONNÉES</translation>
    </message>
    <message>
        <source>NEXT FAILURE</source>
        <translation>TOLÉRANCE À LA PANNE</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Réparer…</translation>
    </message>
</context>
<context>
    <name>Gui::HelpDialog</name>
    <message>
        <source>good, and seen to be so just now</source>
        <translation>bon, et constaté à l’instant</translation>
    </message>
    <message>
        <source>the margin is gone: nothing is lost yet</source>
        <translation>plus de marge&#xa0;: rien n’est encore perdu</translation>
    </message>
    <message>
        <source>an outage, or data at risk</source>
        <translation>coupure, ou données en danger</translation>
    </message>
    <message>
        <source>nobody can tell: never green, never red, always hatched</source>
        <translation>personne ne peut le dire&#xa0;: jamais vert, jamais rouge, toujours hachuré</translation>
    </message>
    <message>
        <source>Signs and keys</source>
        <translation>Signes et touches</translation>
    </message>
    <message>
        <source>SIGNS</source>
        <translation>SIGNES</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>TOUCHES</translation>
    </message>
    <message>
        <source>stopped or disabled by a person</source>
        <translation>arrêté ou désactivé par quelqu’un</translation>
    </message>
</context>
<context>
    <name>Gui::HostKeyPrompt</name>
    <message>
        <source>New machine</source>
        <translation>Nouvelle machine</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>Est-ce bien %1&#xa0;?</translation>
    </message>
    <message>
        <source>%1, port %2, is not known yet. It shows this %3 key:</source>
        <translation>%1, port %2, n’est pas encore connue. Elle présente cette clé %3&#xa0;:</translation>
    </message>
    <message>
        <source>Fingerprint of the host key</source>
        <translation>Empreinte de la clé d’hôte</translation>
    </message>
    <message>
        <source>Compare it with what the machine&apos;s own console prints: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub. If it differs, somebody may stand in between: do not connect.</source>
        <translation>À comparer avec ce qu’affiche la console de la machine&#xa0;: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub. Si elle diffère, quelqu’un s’interpose peut-être&#xa0;: ne pas se connecter.</translation>
    </message>
    <message>
        <source>It is the same: trust and connect</source>
        <translation>C’est la même&#xa0;: accepter et se connecter</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Ne pas se connecter</translation>
    </message>
</context>
<context>
    <name>Gui::Inspector</name>
    <message>
        <source>EVIDENCE</source>
        <translation>CONSTAT</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the facts and the evidence as text</source>
        <translation>Copier les faits et le constat en texte</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Evidence: the tool&apos;s own output</source>
        <translation>Constat&#xa0;: la sortie même de l’outil</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>%1 ms apart</source>
        <translation>%1&#xa0;ms d’écart</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>quorate</source>
        <translation>quorum atteint</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>sans quorum</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>%1 of %2, %3 needed</source>
        <translation>%1 sur %2, %3 requis</translation>
    </message>
    <message>
        <source>Quorum disk</source>
        <translation>Disque de quorum</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n&#xa0;vote</numerusform>
            <numerusform>%n&#xa0;votes</numerusform>
        </translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>aucun vote</translation>
    </message>
    <message>
        <source>cluster.conf</source>
        <translation>cluster.conf</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Allumé depuis</translation>
    </message>
    <message>
        <source>Fence domain</source>
        <translation>Domaine de fencing</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n&#xa0;membre</numerusform>
            <numerusform>%n&#xa0;membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen by others</source>
        <translation>Vu par les autres</translation>
    </message>
    <message>
        <source>BMC</source>
        <translation>BMC</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Nœud d’origine</translation>
    </message>
    <message>
        <source>HA service</source>
        <translation>Service HA</translation>
    </message>
    <message>
        <source>rgmanager says</source>
        <translation>Vu de rgmanager</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Last owner</source>
        <translation>Hôte précédent</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Gelé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>in cluster.conf, rgmanager does not tell</source>
        <translation>dans cluster.conf, rgmanager n’en dit rien</translation>
    </message>
    <message>
        <source>not managed</source>
        <translation>non géré</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Still to copy</source>
        <translation>Reste à synchroniser</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Average rate</source>
        <translation>Débit moyen</translation>
    </message>
    <message>
        <source>In sync at</source>
        <translation>Fin estimée</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Out of sync</source>
        <translation>Non synchronisé</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>up</source>
        <translation>relié</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>%1, interface</source>
        <translation>%1, interface</translation>
    </message>
    <message>
        <source>%1, carrier</source>
        <translation>%1, porteuse</translation>
    </message>
    <message>
        <source>%1, speed</source>
        <translation>%1, vitesse</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Tolérance à la panne</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Select a machine, a guest or a link.</source>
        <translation>Sélectionner une machine, une VM ou un lien.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,&#xa0;%2</translation>
    </message>
    <message>
        <source>Starts with its node</source>
        <translation>Démarre avec son nœud</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Fin dans</translation>
    </message>
    <message>
        <source>Last resync</source>
        <translation>Resynchronisée</translation>
    </message>
    <message>
        <source>Last verify</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Fourchette</translation>
    </message>
    <message>
        <source>Actions ▾</source>
        <translation>Actions ▾</translation>
    </message>
    <message>
        <source>What can be done to it</source>
        <translation>Ce qu’on peut y faire</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>Gui::JournalModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
</context>
<context>
    <name>Gui::JournalNotice</name>
    <message>
        <source>Read the journal</source>
        <translation>Lire le journal</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message numerus="yes">
        <source>The program ended in the middle of %n action(s)</source>
        <translation>
            <numerusform>Le programme s’est arrêté au milieu de&#xa0;%n action</numerusform>
            <numerusform>Le programme s’est arrêté au milieu de&#xa0;%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::JournalPanel</name>
    <message>
        <source>The journal was damaged. It was put aside as %1, and a new one was begun.</source>
        <translation>Le journal était endommagé. Il a été mis de côté sous&#xa0;%1, et un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>No action was written down yet.</source>
        <translation>Aucune action n’a encore été notée.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>The story of the selected action</source>
        <translation>Le récit de l’action choisie</translation>
    </message>
    <message>
        <source>Reads every line and says whether one was changed or is missing</source>
        <translation>Relit chaque ligne et dit si l’une a été changée ou manque</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Vérifier le journal</translation>
    </message>
</context>
<context>
    <name>Gui::JournalText</name>
    <message>
        <source>PLAN</source>
        <translation>PLAN</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifié</translation>
    </message>
    <message>
        <source>Not concluded: it runs, or the program ended in the middle.</source>
        <translation>Non conclue&#xa0;: elle tourne, ou le programme s’est arrêté au milieu.</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Issue&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,&#xa0;%2</translation>
    </message>
    <message>
        <source>not concluded</source>
        <translation>non conclue</translation>
    </message>
    <message>
        <source>%1 from %2, %3, cluster %4</source>
        <translation>%1 depuis&#xa0;%2,&#xa0;%3, cluster&#xa0;%4</translation>
    </message>
    <message>
        <source>Touches %1</source>
        <translation>Touche&#xa0;%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Raison&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>The program had ended in the middle; this was written by its next start.</source>
        <translation>Le programme s’était arrêté au milieu&#xa0;; ceci a été écrit à son démarrage suivant.</translation>
    </message>
    <message>
        <source>WHAT HAPPENED</source>
        <translation>CE QUI S’EST PASSÉ</translation>
    </message>
    <message>
        <source>“%1”, begun %2, had not sent its first step. Look at %3.</source>
        <translation>«&#xa0;%1&#xa0;», commencée le&#xa0;%2, n’avait pas envoyé sa première étape. Regarder&#xa0;%3.</translation>
    </message>
    <message>
        <source>“%1”, begun %2, ended in “%3”. What was sent may or may not have worked: look at %4.</source>
        <translation>«&#xa0;%1&#xa0;», commencée le&#xa0;%2, s’est arrêtée à «&#xa0;%3&#xa0;». Ce qui a été envoyé a pu aboutir ou non&#xa0;: regarder&#xa0;%4.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), all as they were written</source>
        <translation>
            <numerusform>%n ligne, telle qu’elle a été écrite</numerusform>
            <numerusform>%n lignes, toutes telles qu’elles ont été écrites</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 is not as it was written: %2</source>
        <translation>La ligne&#xa0;%1 n’est pas telle qu’elle a été écrite&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>“%1”, begun %2, was cut short. Looked up now: %3.</source>
        <translation>«&#xa0;%1&#xa0;», commencée %2, a été interrompue. Vérifié maintenant&#xa0;: %3.</translation>
    </message>
</context>
<context>
    <name>Gui::LabControl</name>
    <message>
        <source>The training cluster refuses: %1</source>
        <translation>Le cluster d’entraînement refuse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gui::LinkFacts</name>
    <message>
        <source>up</source>
        <translation>relié</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupé</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>bloquée</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>vote counted</source>
        <translation>vote compté</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>aucun vote</translation>
    </message>
</context>
<context>
    <name>Gui::LockPrompt</name>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Ce n’est pas la phrase de passe.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>Au moins %n caractère.</numerusform>
            <numerusform>Au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Lock the program</source>
        <translation>Verrouiller le programme</translation>
    </message>
    <message>
        <source>Unlock the program</source>
        <translation>Déverrouiller le programme</translation>
    </message>
    <message>
        <source>Choose a passphrase. While the program is locked, whoever sits here is an observer of every cluster: everything is shown, nothing can be changed. What runs already goes on.</source>
        <translation>Choisir une phrase de passe. Tant que le programme est verrouillé, qui est assis ici est observateur de chaque cluster&#xa0;: tout est montré, rien ne peut être modifié. Ce qui tourne déjà continue.</translation>
    </message>
    <message>
        <source>The passphrase that was chosen when the program was locked first.</source>
        <translation>La phrase de passe choisie au premier verrouillage du programme.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même à nouveau</translation>
    </message>
    <message>
        <source>Choose another one at the next lock</source>
        <translation>En choisir une autre au prochain verrouillage</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Gui::LogView</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Only lines with it</source>
        <translation>Seulement ces lignes</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>What is selected, else every line that is shown</source>
        <translation>Ce qui est sélectionné, sinon toutes les lignes affichées</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>Suivre à nouveau</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>Fichiers texte (*.log *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Introuvable.</translation>
    </message>
    <message>
        <source>Paused: what is written meanwhile is kept and shown later.</source>
        <translation>En pause&#xa0;: ce qui s’écrit entre-temps est gardé et affiché plus tard.</translation>
    </message>
    <message>
        <source>Every new line is shown as it is written; passwords are taken out.</source>
        <translation>Chaque nouvelle ligne s’affiche dès qu’elle est écrite&#xa0;; les mots de passe sont retirés.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) no longer kept</source>
        <translation>
            <numerusform>%n ligne plus ancienne n’est plus gardée</numerusform>
            <numerusform>%n lignes plus anciennes ne sont plus gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left out, written faster than they could be shown</source>
        <translation>%1 omis, écrits plus vite qu’ils ne pouvaient être affichés</translation>
    </message>
</context>
<context>
    <name>Gui::MachineForm</name>
    <message>
        <source>Private key</source>
        <translation>Clé privée</translation>
    </message>
    <message>
        <source>&amp;Address of one node</source>
        <translation>&amp;Adresse d’un nœud</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>&amp;Clé privée</translation>
    </message>
    <message>
        <source>&amp;Jump host</source>
        <translation>Hôte de &amp;rebond</translation>
    </message>
    <message>
        <source>agent, then the usual keys, then a password</source>
        <translation>agent, puis les clés usuelles, puis un mot de passe</translation>
    </message>
    <message>
        <source>none, or user@host:port</source>
        <translation>aucun, ou compte@hôte:port</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Run commands with sudo (the login is not root)</source>
        <translation>Passer par sudo (le compte n’est pas root)</translation>
    </message>
    <message>
        <source>Allow old algorithms for this host</source>
        <translation>Autoriser d’anciens algorithmes pour cet hôte</translation>
    </message>
    <message>
        <source>For OpenSSH of the years of Proxmox VE 3: SHA-1 signatures and older key exchanges.</source>
        <translation>Pour les OpenSSH de l’époque de Proxmox VE 3&#xa0;: signatures SHA-1 et anciens échanges de clés.</translation>
    </message>
    <message>
        <source>the usual keys, then a password</source>
        <translation>les clés usuelles, puis un mot de passe</translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message>
        <source>Binôme</source>
        <translation>Binôme</translation>
    </message>
    <message>
        <source>%1 — Binôme</source>
        <translation>%1 — Binôme</translation>
    </message>
    <message>
        <source>Language (Ctrl+Shift+L)</source>
        <translation>Langue (Ctrl+Maj+L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>No cluster is open.</source>
        <translation>Aucun cluster n’est ouvert.</translation>
    </message>
    <message>
        <source>Only one cluster is open.</source>
        <translation>Un seul cluster est ouvert.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n’est sélectionné.</translation>
    </message>
    <message>
        <source>Select a machine first.</source>
        <translation>Sélectionner d’abord une machine.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 répond.</translation>
    </message>
    <message>
        <source>A connection to %1 is being made.</source>
        <translation>Une connexion à %1 est en cours.</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>Page PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Réplication</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Power and fencing</source>
        <translation>Alimentation, fencing</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>since this window was opened</source>
        <translation>depuis l’ouverture de cette fenêtre</translation>
    </message>
    <message>
        <source>Width of the time axis</source>
        <translation>Largeur de l’axe des temps</translation>
    </message>
    <message>
        <source>No guest was seen yet.</source>
        <translation>Aucune VM n’a encore été vue.</translation>
    </message>
    <message>
        <source>No BMC was asked yet: their addresses come from cluster.conf.</source>
        <translation>Aucune carte IPMI n’a encore été interrogée&#xa0;: leurs adresses viennent de cluster.conf.</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Rien à signaler.</translation>
    </message>
    <message>
        <source>Nothing has changed since this window was opened.</source>
        <translation>Rien n’a changé depuis l’ouverture de cette fenêtre.</translation>
    </message>
    <message>
        <source>Open the training cluster first.</source>
        <translation>Ouvrez d’abord le cluster d’entraînement.</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Exercices</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) running</source>
        <translation>
            <numerusform>%n action en cours</numerusform>
            <numerusform>%n actions en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs and what ran since the program is open</source>
        <translation>Ce qui tourne et ce qui a tourné depuis l’ouverture du programme</translation>
    </message>
    <message>
        <source>This is a recording: nothing can be done to the cluster.</source>
        <translation>C’est un enregistrement&#xa0;: rien ne peut être fait sur le cluster.</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>Recordings (*.binrec)</source>
        <translation>Enregistrements (*.binrec)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Do to what is selected</source>
        <translation>&amp;Agir sur la sélection</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Every resource whose state is known is connected.</source>
        <translation>Chaque ressource dont l’état est connu est connectée.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Select a node first.</source>
        <translation>Sélectionner d’abord un nœud.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>My r&amp;ole here</source>
        <translation>Mon rô&amp;le ici</translation>
    </message>
    <message>
        <source>&amp;Observer: nothing can be changed</source>
        <translation>&amp;Observateur&#xa0;: rien ne peut être modifié</translation>
    </message>
    <message>
        <source>O&amp;perator: runs plans</source>
        <translation>O&amp;pérateur&#xa0;: exécute des plans</translation>
    </message>
    <message>
        <source>&amp;Administrator: may override an interlock</source>
        <translation>&amp;Administrateur&#xa0;: peut passer outre un verrouillage</translation>
    </message>
    <message>
        <source>Select a guest first.</source>
        <translation>Sélectionner d’abord une VM.</translation>
    </message>
    <message>
        <source>Exercises need the live training cluster (binome-lab).</source>
        <translation>Les exercices ont besoin du cluster d’entraînement vivant (binome-lab).</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>At &amp;hand</source>
        <translation>Sous la &amp;main</translation>
    </message>
    <message>
        <source>Save the diagnostic bundle</source>
        <translation>Enregistrer le dossier de diagnostic</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>Archives ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Diagnostic bundle</source>
        <translation>Dossier de diagnostic</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Enregistré dans&#xa0;%1.</translation>
    </message>
    <message>
        <source>Passwords were taken out. Names and addresses are in it: look through it before you hand it on.</source>
        <translation>Les mots de passe ont été retirés. Noms et adresses y sont&#xa0;: le parcourir avant de le transmettre.</translation>
    </message>
    <message>
        <source>Cluster services</source>
        <translation>Services du cluster</translation>
    </message>
    <message>
        <source>Whole cluster</source>
        <translation>Tout le cluster</translation>
    </message>
    <message>
        <source>By its BMC</source>
        <translation>Par sa carte IPMI</translation>
    </message>
    <message>
        <source>No address of a BMC of %1 that speaks IPMI is known from cluster.conf.</source>
        <translation>Aucune adresse d’un BMC de %1 qui parle IPMI n’est connue par cluster.conf.</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>Console série</translation>
    </message>
    <message>
        <source>Guest %1 does not run.</source>
        <translation>La VM %1 ne tourne pas.</translation>
    </message>
</context>
<context>
    <name>Gui::Manual</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Search in the manual</source>
        <translation>Chercher dans le manuel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Page du manuel</translation>
    </message>
</context>
<context>
    <name>Gui::NodeItem</name>
    <message>
        <source>HA</source>
        <translation>HA</translation>
    </message>
</context>
<context>
    <name>Gui::NodeModel</name>
    <message>
        <source>in the domain</source>
        <translation>dans le domaine</translation>
    </message>
    <message>
        <source>not in the domain</source>
        <translation>hors du domaine</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>répond</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Allumé depuis</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>rgmanager</source>
        <translation>rgmanager</translation>
    </message>
    <message>
        <source>Fencing</source>
        <translation>Fencing</translation>
    </message>
    <message>
        <source>cluster.conf</source>
        <translation>cluster.conf</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Alimentation</translation>
    </message>
</context>
<context>
    <name>Gui::OpenRecording</name>
    <message>
        <source>%1, recording</source>
        <translation>%1, enregistrement</translation>
    </message>
</context>
<context>
    <name>Gui::Options</name>
    <message>
        <source>Open the training cluster.</source>
        <translation>Ouvrir le cluster d’entraînement.</translation>
    </message>
    <message>
        <source>Save a picture of every screen, in every language and theme, and end.</source>
        <translation>Enregistrer une image de chaque écran, dans chaque langue et chaque thème, puis quitter.</translation>
    </message>
    <message>
        <source>Language of this run.</source>
        <translation>Langue pour cette fois.</translation>
    </message>
    <message>
        <source>Theme of this run.</source>
        <translation>Thème pour cette fois.</translation>
    </message>
    <message>
        <source>Say this and end.</source>
        <translation>Afficher ceci et quitter.</translation>
    </message>
    <message>
        <source>Say the version and end.</source>
        <translation>Afficher la version et quitter.</translation>
    </message>
    <message>
        <source>Console for two-node high-availability clusters.</source>
        <translation>Console pour clusters de haute disponibilité à deux nœuds.</translation>
    </message>
    <message>
        <source>Name or file of a cluster to open.</source>
        <translation>Nom ou fichier d’un cluster à ouvrir.</translation>
    </message>
    <message>
        <source>Show a recording; no cluster is reached.</source>
        <translation>Montrer un enregistrement&#xa0;; aucun cluster n’est contacté.</translation>
    </message>
</context>
<context>
    <name>Gui::PanelDock</name>
    <message>
        <source>Dock the panel</source>
        <translation>Ancrer le panneau</translation>
    </message>
    <message>
        <source>Float the panel</source>
        <translation>Détacher le panneau</translation>
    </message>
    <message>
        <source>Put the panel back into the window</source>
        <translation>Remettre le panneau dans la fenêtre</translation>
    </message>
    <message>
        <source>Float the panel, for example on a second screen</source>
        <translation>Détacher le panneau, par exemple sur un second écran</translation>
    </message>
    <message>
        <source>Close the panel; the list at the left brings it back</source>
        <translation>Fermer le panneau&#xa0;; la liste de gauche le fait revenir</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
</context>
<context>
    <name>Gui::PolicyModel</name>
    <message>
        <source>DRBD&apos;s default</source>
        <translation>valeur par défaut de DRBD</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Ce qui s’applique</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Écrit dans</translation>
    </message>
</context>
<context>
    <name>Gui::PowerModel</name>
    <message>
        <source>BMC of</source>
        <translation>BMC de</translation>
    </message>
    <message>
        <source>Asked from</source>
        <translation>Interrogé depuis</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Alimentation</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Interrogé</translation>
    </message>
    <message>
        <source>Fence device</source>
        <translation>Équipement de fencing</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>Gui::ProgramLock</name>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Everybody is an observer; Ctrl+L unlocks the program</source>
        <translation>Chacun est observateur&#xa0;; Ctrl+L déverrouille le programme</translation>
    </message>
</context>
<context>
    <name>Gui::ProgramLogView</name>
    <message>
        <source>Log of the program</source>
        <translation>Journal du programme</translation>
    </message>
    <message>
        <source>Only lines with these words</source>
        <translation>Seulement les lignes avec ces mots</translation>
    </message>
    <message>
        <source>Only warnings and errors</source>
        <translation>Seulement les avertissements et les erreurs</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>What is selected, else every line that is shown</source>
        <translation>Ce qui est sélectionné, sinon toutes les lignes affichées</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save the log of the program</source>
        <translation>Enregistrer le journal du programme</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s) noted since the program started; at most 2,000 are kept. What looks like a password is left out.</source>
        <translation>
            <numerusform>%1 ligne sur %n notée depuis le démarrage du programme&#xa0;; 2 000 au plus sont gardées. Ce qui ressemble à un mot de passe est omis.</numerusform>
            <numerusform>%1 lignes sur %n notées depuis le démarrage du programme&#xa0;; 2 000 au plus sont gardées. Ce qui ressemble à un mot de passe est omis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ReplayBar</name>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Position dans l’enregistrement</translation>
    </message>
    <message>
        <source>Hatched: nothing was recorded then</source>
        <translation>Hachuré&#xa0;: rien n’a été enregistré alors</translation>
    </message>
    <message>
        <source>Nothing can be done to the cluster from here.</source>
        <translation>D’ici, rien ne peut être fait sur le cluster.</translation>
    </message>
    <message>
        <source>The file was cut short: this is what is there.</source>
        <translation>Le fichier est tronqué&#xa0;: voici ce qu’il contient.</translation>
    </message>
    <message>
        <source>The curves are being made.</source>
        <translation>Calcul des courbes en cours.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 sur %3</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Gui::ReplicationFacts</name>
    <message>
        <source>since %1: %2</source>
        <translation>depuis %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>none in the kernel log</source>
        <translation>aucune dans le journal du noyau</translation>
    </message>
    <message>
        <source>no kernel log was read</source>
        <translation>journal du noyau non lu</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>stalled since %1</source>
        <translation>à l’arrêt depuis %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>%1 differed</source>
        <translation>%1 de différence</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>aucune différence</translation>
    </message>
    <message>
        <source>configuration not known</source>
        <translation>configuration inconnue</translation>
    </message>
    <message>
        <source>two Primaries allowed</source>
        <translation>double primaire permis</translation>
    </message>
    <message>
        <source>one Primary only</source>
        <translation>un seul Primary</translation>
    </message>
    <message>
        <source>%1 out of sync</source>
        <translation>%1 d’écart</translation>
    </message>
</context>
<context>
    <name>Gui::ReplicationPanel</name>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Replication: copies</source>
        <translation>Réplication&#xa0;: copies</translation>
    </message>
    <message>
        <source>No DRBD resource was seen yet.</source>
        <translation>Aucune ressource DRBD n’a encore été vue.</translation>
    </message>
    <message>
        <source>Replication: policies</source>
        <translation>Réplication&#xa0;: règles</translation>
    </message>
    <message>
        <source>No configuration of DRBD was read yet.</source>
        <translation>Aucune configuration de DRBD n’a encore été lue.</translation>
    </message>
</context>
<context>
    <name>Gui::SecretPrompt</name>
    <message>
        <source>Log in to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Mot de passe pour %1</translation>
    </message>
    <message>
        <source>Login: %1</source>
        <translation>Compte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Phrase de passe de la clé</translation>
    </message>
    <message>
        <source>Key file: %1</source>
        <translation>Fichier de clé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 demande</translation>
    </message>
    <message>
        <source>The last answer was refused.</source>
        <translation>La réponse précédente a été refusée.</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>Le garder dans le trousseau du système</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Font of outputs</source>
        <translation>&amp;Police des sorties</translation>
    </message>
    <message>
        <source>Si&amp;ze of outputs</source>
        <translation>&amp;Corps des sorties</translation>
    </message>
    <message>
        <source>&amp;Keepalive of quiet connections</source>
        <translation>&amp;Maintien des connexions silencieuses</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>No animation</source>
        <translation>Sans animation</translation>
    </message>
    <message>
        <source>Open the last cluster at start</source>
        <translation>Ouvrir le dernier cluster au démarrage</translation>
    </message>
    <message>
        <source> pt</source>
        <translation>&#xa0;pt</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Changes take effect at once. Passwords are never stored here: the system&apos;s keychain keeps those that you choose to keep.</source>
        <translation>Les changements prennent effet aussitôt. Les mots de passe ne sont jamais gardés ici&#xa0;: le trousseau du système garde ceux que vous choisissez de garder.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Sign of the worst verdict in the system&apos;s tray</source>
        <translation>Verdict en zone de notification</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Ce bureau n’a pas de zone de notification.</translation>
    </message>
</context>
<context>
    <name>Gui::Sidebar</name>
    <message>
        <source>CLUSTERS</source>
        <translation>CLUSTERS</translation>
    </message>
    <message>
        <source>PANELS</source>
        <translation>PANNEAUX</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
</context>
<context>
    <name>Gui::SplitBrainCard</name>
    <message>
        <source>Changed since they parted</source>
        <translation>Écrit depuis la séparation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Guests running there</source>
        <translation>VM qui y tournent</translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation>Groupes de volumes</translation>
    </message>
    <message>
        <source>Volumes only there</source>
        <translation>Volumes propres à ce côté</translation>
    </message>
    <message>
        <source>Last write seen</source>
        <translation>Dernière écriture vue</translation>
    </message>
    <message>
        <source>Lost if discarded</source>
        <translation>Perdu si sacrifié</translation>
    </message>
    <message>
        <source>Discarding changes is no answer to it.</source>
        <translation>Sacrifier une copie n’y répondrait pas.</translation>
    </message>
    <message>
        <source>Discard the changes of %1</source>
        <translation>Sacrifier les écritures de&#xa0;%1</translation>
    </message>
    <message>
        <source>Saved first, into a folder of %1 on a disk of its own: %2</source>
        <translation>Sauvegardés d’abord, dans un dossier de&#xa0;%1 sur un disque à part&#xa0;:&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Gui::SplitBrainDialog</name>
    <message>
        <source>Discard the changes of %1</source>
        <translation>Sacrifier les écritures de&#xa0;%1</translation>
    </message>
    <message>
        <source>Plan the repair of %1…</source>
        <translation>Établir le plan de réparation de&#xa0;%1…</translation>
    </message>
    <message>
        <source>Its sides are not apart any more.</source>
        <translation>Ses deux côtés ne sont plus séparés.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Choose first whose changes are discarded, for one resource at least.</source>
        <translation>Choisir d’abord quelle copie est sacrifiée, pour une ressource au moins.</translation>
    </message>
    <message>
        <source>Split brain</source>
        <translation>Split-brain</translation>
    </message>
    <message>
        <source>1. Is it a split brain?</source>
        <translation>1. Est-ce un split-brain&#xa0;?</translation>
    </message>
    <message>
        <source>2. Whose changes are given up?</source>
        <translation>2. Quelle copie sacrifier&#xa0;?</translation>
    </message>
    <message>
        <source>3. Repair, one resource after the other</source>
        <translation>3. Réparer, une ressource après l’autre</translation>
    </message>
    <message>
        <source>No resource is apart any more.</source>
        <translation>Plus aucune ressource n’est séparée.</translation>
    </message>
    <message>
        <source>What proves it, in the words of the nodes.</source>
        <translation>Ce qui l’établit, dans les termes des nœuds.</translation>
    </message>
    <message>
        <source>Both sides went on alone. What is discarded is gone for ever: there is no undo.</source>
        <translation>Les deux côtés ont continué seuls. Ce qui est sacrifié est perdu pour toujours&#xa0;: aucun retour en arrière.</translation>
    </message>
    <message>
        <source>Each plan is shown whole before anything is sent, and reads the roles once more just before it discards.</source>
        <translation>Chaque plan est montré en entier avant tout envoi, et relit les rôles juste avant de sacrifier.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Compare the sides</source>
        <translation>Comparer les côtés</translation>
    </message>
    <message>
        <source>Go to the repair</source>
        <translation>Passer à la réparation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Gui::SplitBrainWords</name>
    <message>
        <source>%1 (HA)</source>
        <translation>%1 (HA)</translation>
    </message>
    <message>
        <source>Not known yet whether this is a split brain</source>
        <translation>On ne sait pas encore si c’est un split-brain</translation>
    </message>
    <message>
        <source>Split brain, proven</source>
        <translation>Split-brain avéré</translation>
    </message>
    <message>
        <source>No split brain: the shared secrets differ</source>
        <translation>Pas un split-brain&#xa0;: les secrets partagés diffèrent</translation>
    </message>
    <message>
        <source>No split brain: the two copies have nothing in common</source>
        <translation>Pas un split-brain&#xa0;: les deux copies n’ont rien en commun</translation>
    </message>
    <message>
        <source>No split brain: disconnected by an administrator</source>
        <translation>Pas un split-brain&#xa0;: déconnectée par un administrateur</translation>
    </message>
    <message>
        <source>No split brain: disconnected by an administrator on %1</source>
        <translation>Pas un split-brain&#xa0;: déconnectée par un administrateur sur&#xa0;%1</translation>
    </message>
    <message>
        <source>No split brain: each side waits for the other</source>
        <translation>Pas un split-brain&#xa0;: chaque côté attend l’autre</translation>
    </message>
    <message>
        <source>Apart since %1</source>
        <translation>Séparés depuis&#xa0;%1</translation>
    </message>
    <message>
        <source>Apart since when is not known</source>
        <translation>On ne sait pas depuis quand ils sont séparés</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not known: LVM reads no Secondary</source>
        <translation>inconnu&#xa0;: LVM ne lit pas un Secondary</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No recommendation.</source>
        <translation>Aucune recommandation.</translation>
    </message>
    <message>
        <source>No recommendation — %1</source>
        <translation>Aucune recommandation —&#xa0;%1</translation>
    </message>
    <message>
        <source>Recommended: discard the changes of %1.</source>
        <translation>Recommandé&#xa0;: sacrifier les écritures de&#xa0;%1.</translation>
    </message>
    <message>
        <source>Recommended: discard the changes of %1 — %2</source>
        <translation>Recommandé&#xa0;: sacrifier les écritures de&#xa0;%1 —&#xa0;%2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>guests</comment>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>Gui::StatusStyle</name>
    <message>
        <source>no judgement</source>
        <translation>sans jugement</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mauvais</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>Gui::Svg</name>
    <message>
        <source>SVG drawings are not written on Windows; choose PNG or PDF.</source>
        <translation>Les dessins SVG ne sont pas écrits sous Windows&#xa0;; choisissez PNG ou PDF.</translation>
    </message>
</context>
<context>
    <name>Gui::Timeline</name>
    <message>
        <source>%1: %2 since %3</source>
        <translation>%1&#xa0;: %2 depuis %3</translation>
    </message>
</context>
<context>
    <name>Gui::TopologyPanel</name>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Arbre</translation>
    </message>
    <message>
        <source>The same facts as a tree or as a picture (Ctrl+T)</source>
        <translation>Les mêmes faits en arbre ou en image (Ctrl+T)</translation>
    </message>
    <message>
        <source>Fit the picture (Ctrl+0)</source>
        <translation>Ajuster l’image (Ctrl+0)</translation>
    </message>
    <message>
        <source>Topology; the tree tells the same (Ctrl+T)</source>
        <translation>Topologie&#xa0;; l’arbre dit la même chose (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>Gui::Tour</name>
    <message numerus="yes">
        <source>%n picture(s) saved in %1</source>
        <translation>
            <numerusform>%n&#xa0;image enregistrée dans %1</numerusform>
            <numerusform>%n&#xa0;images enregistrées dans %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::Training</name>
    <message>
        <source>The training cluster could not be started: %1</source>
        <translation>Le cluster d’entraînement n’a pas pu démarrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>The live training cluster needs Linux. Here a recording of it plays: node1 loses its power, node2 fences it and starts its guests.</source>
        <translation>Le cluster d’entraînement vivant a besoin de Linux. Ici, un enregistrement en est joué&#xa0;: node1 perd son alimentation, node2 le fence et démarre ses VM.</translation>
    </message>
    <message>
        <source>The live training cluster is not installed (binome-lab was not found). A recording of it plays instead: node1 loses its power, node2 fences it and starts its guests.</source>
        <translation>Le cluster d’entraînement vivant n’est pas installé (binome-lab est introuvable). Un enregistrement en est joué à la place&#xa0;: node1 perd son alimentation, node2 le fence et démarre ses VM.</translation>
    </message>
</context>
<context>
    <name>Gui::TrayIcon</name>
    <message>
        <source>Open the window</source>
        <translation>Ouvrir la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Binôme: no cluster is open</source>
        <translation>Binôme&#xa0;: aucun cluster n’est ouvert</translation>
    </message>
</context>
<context>
    <name>Gui::VmModel</name>
    <message>
        <source>in cluster.conf</source>
        <translation>dans cluster.conf</translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation>%1, gelé</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Nœud d’origine</translation>
    </message>
    <message>
        <source>HA</source>
        <translation>HA</translation>
    </message>
    <message>
        <source>HA since</source>
        <translation>HA depuis</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
</context>
<context>
    <name>Gui::WelcomePage</name>
    <message>
        <source>Welcome to Binôme</source>
        <translation>Bienvenue dans Binôme</translation>
    </message>
    <message>
        <source>Is the service up? Are both copies the same? Would we survive the next failure?</source>
        <translation>Le service tourne-t-il&#xa0;? Les deux copies sont-elles identiques&#xa0;? Tiendrait-on à la prochaine panne&#xa0;?</translation>
    </message>
    <message>
        <source>Open the training cluster</source>
        <translation>Ouvrir le cluster d’entraînement</translation>
    </message>
    <message>
        <source>Two simulated nodes and a quorum server on this computer. Cut a link, pull a plug, look what happens: nothing real can break.</source>
        <translation>Deux nœuds simulés et un serveur de quorum sur cet ordinateur. Coupez un lien, débranchez une prise, regardez&#xa0;: rien de réel ne peut casser.</translation>
    </message>
    <message>
        <source>Add my cluster…</source>
        <translation>Ajouter mon cluster…</translation>
    </message>
    <message>
        <source>Give the address of one node: the rest is read from the cluster and shown before the first connection to each machine.</source>
        <translation>L’adresse d’un nœud suffit&#xa0;: le reste est lu dans le cluster et montré avant la première connexion à chaque machine.</translation>
    </message>
    <message>
        <source>Known clusters</source>
        <translation>Clusters connus</translation>
    </message>
</context>
<context>
    <name>Gui::WindowActions</name>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ctions</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Add my cluster…</source>
        <translation>&amp;Ajouter mon cluster…</translation>
    </message>
    <message>
        <source>Open the &amp;training cluster</source>
        <translation>Ouvrir le cluster d’&amp;entraînement</translation>
    </message>
    <message>
        <source>&amp;Close this cluster</source>
        <translation>&amp;Fermer ce cluster</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Rafraîchir</translation>
    </message>
    <message>
        <source>&amp;Export the picture…</source>
        <translation>E&amp;xporter l’image…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Clair ou sombre</translation>
    </message>
    <message>
        <source>&amp;English or French</source>
        <translation>Anglais ou &amp;français</translation>
    </message>
    <message>
        <source>Topology as a &amp;tree</source>
        <translation>Topologie en &amp;arbre</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation>A&amp;juster l’image</translation>
    </message>
    <message>
        <source>Put the &amp;machines back in their places</source>
        <translation>Remettre les &amp;machines à leur place</translation>
    </message>
    <message>
        <source>Put the &amp;panels back in their places</source>
        <translation>Remettre les &amp;panneaux à leur place</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Connect again</source>
        <translation>&amp;Reconnecter</translation>
    </message>
    <message>
        <source>Copy the facts and their &amp;evidence</source>
        <translation>Copier les faits et leur c&amp;onstat</translation>
    </message>
    <message>
        <source>&amp;Topology</source>
        <translation>&amp;Topologie</translation>
    </message>
    <message>
        <source>&amp;Replication</source>
        <translation>&amp;Réplication</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>&amp;Machines</source>
        <translation>&amp;Machines</translation>
    </message>
    <message>
        <source>&amp;Power and fencing</source>
        <translation>A&amp;limentation, fencing</translation>
    </message>
    <message>
        <source>&amp;Diagnosis</source>
        <translation>&amp;Diagnostic</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Événements</translation>
    </message>
    <message>
        <source>&amp;Next cluster</source>
        <translation>Cluster &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Trouver une commande…</translation>
    </message>
    <message>
        <source>&amp;Signs and keys</source>
        <translation>&amp;Signes et touches</translation>
    </message>
    <message>
        <source>&amp;About Binôme</source>
        <translation>&amp;À propos de Binôme</translation>
    </message>
    <message>
        <source>&amp;Exercises</source>
        <translation>&amp;Exercices</translation>
    </message>
    <message>
        <source>Actions of this &amp;session…</source>
        <translation>Actions de cette &amp;session…</translation>
    </message>
    <message>
        <source>Open a rec&amp;ording…</source>
        <translation>Ouvrir un en&amp;registrement…</translation>
    </message>
    <message>
        <source>Repair a split &amp;brain…</source>
        <translation>Réparer un split-&amp;brain…</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Fence the selected node…</source>
        <translation>&amp;Fencer le nœud sélectionné…</translation>
    </message>
    <message>
        <source>S&amp;witch the selected node on…</source>
        <translation>&amp;Allumer le nœud sélectionné…</translation>
    </message>
    <message>
        <source>Switch the selected node &amp;off…</source>
        <translation>Ét&amp;eindre de force le nœud sélectionné…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>C&amp;onfiguration</source>
        <translation>C&amp;onfiguration</translation>
    </message>
    <message>
        <source>&amp;Migrate the selected guest…</source>
        <translation>&amp;Migrer la VM sélectionnée…</translation>
    </message>
    <message>
        <source>Save the &amp;diagnostic bundle…</source>
        <translation>Enregistrer le dossier de &amp;diagnostic…</translation>
    </message>
    <message>
        <source>&amp;Log of the program</source>
        <translation>&amp;Journal du programme</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock the program…</source>
        <translation>&amp;Verrouiller ou déverrouiller le programme…</translation>
    </message>
</context>
<context>
    <name>Gui::Words</name>
    <message>
        <source>host key not trusted</source>
        <translation>clé d’hôte refusée</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore interrogé</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>not answering</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>attend votre réponse</translation>
    </message>
    <message>
        <source>membership unknown</source>
        <translation>appartenance inconnue</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>entre dans le cluster</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>quitte le cluster</translation>
    </message>
    <message>
        <source>not in the cluster</source>
        <translation>hors du cluster</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>disallowed</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>off</source>
        <translation>éteint</translation>
    </message>
    <message>
        <source>on</source>
        <translation>allumé</translation>
    </message>
    <message>
        <source>cycling</source>
        <translation>redémarre</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>en marche</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>disk error</source>
        <translation>erreur disque</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>cluster</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>réplication</translation>
    </message>
    <message>
        <source>this workstation</source>
        <translation>ce poste</translation>
    </message>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1&#xa0;Gb/s</translation>
    </message>
    <message>
        <source>%1 Mb/s</source>
        <translation>%1&#xa0;Mb/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>seen %1 ago</source>
        <translation>vu il y a %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>seen just now</source>
        <translation>vu à l’instant</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>refuse</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>day of the month, short name of the month, time; as QLocale writes them</extracomment>
        <translation>d MMM HH:mm</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Serial console through the BMC. To leave: Enter, then ~ and a full stop. The BMC&apos;s password is asked for next.</source>
        <translation>Console série par le BMC. Pour quitter&#xa0;: Entrée, puis ~ et un point. Le mot de passe du BMC est demandé ensuite.</translation>
    </message>
    <message>
        <source>It ended with an error, which stands above. Where somebody else holds the console (SOL payload already active), this frees it:</source>
        <translation>Elle s’est terminée par une erreur, écrite ci-dessus. Quand quelqu’un d’autre tient la console (SOL payload already active), ceci la libère&#xa0;:</translation>
    </message>
    <message>
        <source>Enter closes this terminal.</source>
        <translation>Entrée ferme ce terminal.</translation>
    </message>
</context>
</TS>
